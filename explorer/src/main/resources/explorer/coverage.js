// Functions by institutions at a date, or the differences between two dates.
import { address, all, get } from './api.js'
import { compared } from './comparison.js'
import { inWords, today } from './dates.js'
import { h, show } from './dom.js'
import { cellClass, classification, described, grid, legend, letter, panelHead, selectable, visible } from './matrix.js'
import {
  account,
  badge,
  citations,
  contradictions,
  datePresets,
  dateSlider,
  empty,
  fillWith,
  head,
  section,
  term,
  timeControls,
} from './parts.js'
import { change, href, state, withParams } from './router.js'
import { mandateItem } from './sections.js'
import { T } from './texts.js'

/** The view. */
export async function coverage(main, { isNew }) {
  const { query } = state()
  if (isNew) main.replaceChildren()
  const body = main.querySelector('.coverage-body') ?? h('div.coverage-body')
  const to = query.get('to')
  const from = query.get('validAt') ?? today()
  const isComparison = Boolean(to && to > from)
  // Another selection changes the panel only.
  const isDrawn =
    body.drawn === withParams({ cell: null }) && body.querySelector('table.matrix') && !body.hasAttribute('aria-busy')
  if (isDrawn) return body.select(query.get('cell'))
  show(
    main,
    head(
      isComparison
        ? T.coverage.compareTitle(inWords(from), inWords(to))
        : T.coverage.title(query.get('validAt') ? inWords(from) : T.today),
      T.coverage.lead,
    ),
    controls(query, isComparison),
    body,
  )
  body.drawn = withParams({ cell: null })
  await fillWith(body, () => (isComparison ? compared(query, from, to, body) : single(query, body)))
}

function controls(query, isComparison) {
  const to = query.get('to')
  const toggle = (name, label) => {
    const box = h('input', { type: 'checkbox', checked: query.get(name) === 'true' })
    box.addEventListener('change', () => change({ [name]: box.checked ? 'true' : null }))
    return h('label.check', box, label)
  }
  return h(
    'div.controls',
    timeControls(),
    isComparison || to ? [dateSlider('to', T.coverage.secondDate, to), datePresets('to', to)] : null,
    h(
      'div.row',
      to
        ? h('a.chip', { href: withParams({ to: null, cell: null }), 'data-stay': 'true' }, T.coverage.stopComparing)
        : T.coverage.comparisons.map(([validAt, other, label]) =>
            h(
              'a.chip',
              {
                href: withParams({ validAt: validAt ?? query.get('validAt') ?? '2004-12-31', to: other, cell: null }),
                'data-stay': 'true',
              },
              label,
            ),
          ),
      toggle('includeUnconfirmed', T.coverage.includeUnconfirmed),
      toggle('everyone', T.coverage.everyone),
    ),
    to && !isComparison ? h('p.partial', T.coverage.order) : null,
  )
}

function parameters(query) {
  return {
    knownAt: query.get('knownAt'),
    includeUnconfirmed: query.get('includeUnconfirmed') === 'true' ? 'true' : null,
  }
}

export async function single(query, body) {
  const params = { validAt: query.get('validAt'), ...parameters(query) }
  const data = await get('/v1/coverage', params)
  const functions = [...data.functions, ...data.setAside]
  const cells = new Map(functions.map(each => [each.id, new Map(each.cells.map(cell => [cell.institution, cell]))]))
  const panel = h('div.panel', { id: 'cell', 'aria-live': 'polite' })
  const matrix = grid({
    functions,
    institutions: visible(data.institutions, id => functions.some(each => cells.get(each.id).has(id)), query),
    columnNote: each => classification(each),
    cellOf: (institution, each) => {
      const cell = cells.get(each.id).get(institution.id)
      return cell && letter(cell) ? { text: letter(cell), class: cellClass(cell), label: described(cell) } : null
    },
  })
  selectable(body, matrix, panel, (institution, each) =>
    selectedCell(panel, institution, each, functions, data.institutions, query, cells),
  )
  return [
    summary(data),
    legend(),
    h('div.with-panel', matrix, panel),
    account({
      title: T.coverage.title(inWords(query.get('validAt') ?? today())),
      position: data.position,
      downloads: [
        [T.account.csv(T.nav.coverage), address('/v1/coverage.csv', params)],
        [
          T.account.csv(T.coverage.gaps),
          address('/v1/coverage/gaps.csv', { validAt: params.validAt, knownAt: params.knownAt }),
        ],
      ],
    }),
  ]
}

/** Says in words which functions nobody, one or several institutions fill. */
function summary(data) {
  const functions = [...data.functions, ...data.setAside]
  const group = name => functions.filter(each => each.classification === name)
  const list = items =>
    items.map((each, i) => [
      i > 0 ? ', ' : '',
      h('a', { href: href('functions', each.id) }, each.name),
      each.classification === 'gap' && each.performed === 0 ? ` (${T.coverage.nobody})` : '',
    ])
  return h(
    'section.summary',
    { 'aria-labelledby': 'summary-title' },
    h('h2.visually-hidden', { id: 'summary-title' }, T.coverage.summary),
    h(
      'dl.classes',
      ['gap', 'single', 'overlap', 'unconfirmed']
        .filter(name => group(name).length > 0)
        .map(name =>
          h(
            'div',
            h('dt', badge('class', name), ` ${group(name).length} `, h('span.muted', T.coverage.classes[name])),
            h('dd', list(group(name))),
          ),
        ),
    ),
  )
}

function selectedCell(panel, institutionId, functionId, functions, institutions, query, cells) {
  const institution = institutions.find(each => each.id === institutionId)
  const each = functions.find(other => other.id === functionId)
  if (!institution || !each) return show(panel, empty(T.coverage.noCell))
  const cell = cells.get(functionId)?.get(institutionId)
  const mandates = h('div')
  show(
    panel,
    panelHead(institution, each),
    cell
      ? [
          h(
            'p',
            h('span.cell', { class: cellClass(cell), 'aria-hidden': 'true' }, letter(cell)),
            ' ',
            term('CellState', cell.state),
            cell.lead ? [' ', term('CapacityLevel', 'lead')] : null,
          ),
          cell.lastAttested ? h('p.note', T.notConfirmed(inWords(cell.lastAttested))) : null,
          section(
            'panel-mandates',
            T.detail.mandates,
            cell.mandates.length === 0 ? h('p.muted', T.coverage.noMandate) : mandates,
          ),
          section(
            'panel-capacities',
            T.detail.capacities,
            cell.capacities.length === 0
              ? h('p.muted', T.coverage.noCapacity)
              : cell.capacities.map(capacity =>
                  h(
                    'div.item',
                    h(
                      'p',
                      term('CapacityLevel', capacity.level),
                      ' ',
                      badge('status', capacity.status),
                      capacity.reason ? [' ', term('AbsenceReason', capacity.reason)] : null,
                    ),
                    h('p', capacity.text),
                    citations(capacity.citations),
                  ),
                ),
          ),
          h('p.muted', contradictions(cell).length === 0 ? T.disagreements.none : T.disagreements.above),
        ]
      : h('p', T.coverage.nothing),
    h(
      'p',
      h(
        'a',
        { href: href('institutions', institutionId) },
        T.coverage.open(institution.abbreviation ?? institution.name),
      ),
      ' · ',
      h('a', { href: href('functions', functionId) }, T.coverage.open(each.name)),
    ),
  )
  if (cell?.mandates.length > 0) {
    fillWith(mandates, async () => {
      const found = await all(
        '/v1/mandates',
        {
          institution: institutionId,
          function: functionId,
          validAt: query.get('validAt') ?? today(),
          knownAt: query.get('knownAt'),
        },
        { quiet: true },
      )
      return found.map(mandateItem)
    })
  }
}
