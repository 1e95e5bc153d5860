// Functions by institutions at a date, or the differences between two dates.
import { address, all, get } from './api.js'
import { inWords, period, today } from './dates.js'
import { h, show } from './dom.js'
import {
  account, badge, capital, citations, contradictions, datePresets, dateSlider, empty, fillWith, folded, head, link, links, section, status, term,
  timeControls, words,
} from './parts.js'
import { change, href, state, withParams } from './router.js'
import { T } from './texts.js'

const LETTERS = { lead: 'L', substantial: 'S', limited: 'P', marginal: 'm', none: '×' }

/** Returns the letter of a cell: the level, `!` for a mandate without capacity, `?` if unconfirmed, `×` if absent. */
function letter(cell) {
  if (!cell || (cell.state === 'empty' && !cell.reason && cell.level !== 'none')) return ''
  if (cell.lead) return LETTERS.lead
  if (cell.state === 'mandated-only') return '!'
  if (cell.state === 'unconfirmed') return '?'
  if (cell.state === 'empty') return LETTERS.none
  return LETTERS[cell.level] ?? '•'
}

function cellClass(cell) {
  if (!cell || letter(cell) === '') return 'blank'
  const level = cell.lead ? 'lead' : cell.state === 'mandated-and-performed' || cell.state === 'performed-only' ? cell.level ?? 'limited' : cell.state
  const hasMandate = cell.state.startsWith('mandated') || (Array.isArray(cell.mandates) ? cell.mandates.length > 0 : cell.mandates > 0)
  return `level-${level}${hasMandate ? ' mandated' : ''}`
}

/** Returns a cell in words. */
function described(cell) {
  if (!cell || letter(cell) === '') return T.coverage.nothing
  return [capital(words(cell.state)), cell.lead ? T.coverage.leads : cell.level && cell.level !== 'none' ? words(cell.level) : null, cell.reason ? words(cell.reason) : null].filter(Boolean).join(', ')
}

const isSame = (a, b) => a?.state === b?.state && a?.lead === b?.lead && a?.level === b?.level

/** The view. */
export async function coverage(main, { isNew }) {
  const { query } = state()
  if (isNew) main.replaceChildren()
  const body = main.querySelector('.coverage-body') ?? h('div.coverage-body')
  const to = query.get('to')
  const from = query.get('validAt') ?? today()
  const isComparison = Boolean(to && to > from)
  // Another selection changes the panel only.
  const isDrawn = body.drawn === withParams({ cell: null }) && body.querySelector('table.matrix') && !body.hasAttribute('aria-busy')
  if (isDrawn) return body.select(query.get('cell'))
  show(
    main,
    head(isComparison ? T.coverage.compareTitle(inWords(from), inWords(to)) : T.coverage.title(query.get('validAt') ? inWords(from) : T.today), T.coverage.lead),
    controls(query, isComparison),
    body,
  )
  body.drawn = withParams({ cell: null })
  await fillWith(body, () => (isComparison ? compared(query, from, to, body) : single(query, body)))
}

/** Lets the body show a selection: marks its cell and describes it in the panel. */
function selectable(body, matrix, panel, describe) {
  body.select = selected => {
    for (const button of matrix.querySelectorAll('button[aria-pressed="true"], button[tabindex="0"]')) {
      button.setAttribute('aria-pressed', 'false')
      button.tabIndex = -1
    }
    const button = selected && matrix.querySelector(`button[data-key="${CSS.escape(selected)}"]`)
    button?.setAttribute('aria-pressed', 'true')
    const stop = button || matrix.querySelector('button.cell')
    if (stop) stop.tabIndex = 0
    if (selected) describe(...selected.split('~'))
    else panel.replaceChildren()
  }
  body.select(state().query.get('cell'))
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
        : T.coverage.comparisons.map(([validAt, other, label]) => h('a.chip', { href: withParams({ validAt: validAt ?? query.get('validAt') ?? '2004-12-31', to: other, cell: null }), 'data-stay': 'true' }, label)),
      toggle('includeUnconfirmed', T.coverage.includeUnconfirmed),
      toggle('everyone', T.coverage.everyone),
    ),
    to && !isComparison ? h('p.partial', T.coverage.order) : null,
  )
}

function parameters(query) {
  return { knownAt: query.get('knownAt'), includeUnconfirmed: query.get('includeUnconfirmed') === 'true' ? 'true' : null }
}

async function single(query, body) {
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
  selectable(body, matrix, panel, (institution, each) => selectedCell(panel, institution, each, functions, data.institutions, query, cells))
  return [
    summary(data),
    legend(),
    h('div.with-panel', matrix, panel),
    account({
      title: T.coverage.title(inWords(query.get('validAt') ?? today())),
      position: data.position,
      downloads: [[T.account.csv(T.nav.coverage), address('/v1/coverage.csv', params)], [T.account.csv(T.coverage.gaps), address('/v1/coverage/gaps.csv', { validAt: params.validAt, knownAt: params.knownAt })]],
    }),
  ]
}

function visible(institutions, isUsed, query) {
  return institutions
    .filter(each => query.get('everyone') === 'true' || isUsed(each.id))
    .sort((a, b) => b.mandated.length + b.performed.length - a.mandated.length - a.performed.length || a.name.localeCompare(b.name))
}

function classification(each) {
  return badge('class', each.classification)
}

/** Says in words which functions nobody, one or several institutions fill. */
function summary(data) {
  const functions = [...data.functions, ...data.setAside]
  const group = name => functions.filter(each => each.classification === name)
  const list = items => items.map((each, i) => [i > 0 ? ', ' : '', h('a', { href: href('functions', each.id) }, each.name), each.performed === 0 ? ` (${T.coverage.nobody})` : ''])
  return h(
    'section.summary',
    { 'aria-labelledby': 'summary-title' },
    h('h2.visually-hidden', { id: 'summary-title' }, T.coverage.summary),
    h(
      'dl.classes',
      ['gap', 'single', 'overlap', 'unconfirmed']
        .filter(name => group(name).length > 0)
        .map(name => h('div', h('dt', badge('class', name), ` ${group(name).length} `, h('span.muted', T.coverage.classes[name])), h('dd', list(group(name))))),
    ),
  )
}

function legend(more = []) {
  const item = (cls, sign, text) => h('li', h('span.cell', { class: cls, 'aria-hidden': 'true' }, sign), text)
  return h('details.legend', { open: innerWidth > 700 }, h('summary', T.coverage.legend), h('ul.inline', [...T.coverage.legendItems, ...more].map(([cls, sign, text]) => item(cls, sign, text))))
}

function matrixKeys(event) {
  const cell = event.target.closest('button.cell')
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
  if (!cell || !step) return
  event.preventDefault()
  const rows = [...event.currentTarget.tBodies[0].rows]
  let row = cell.closest('tr').sectionRowIndex
  let column = cell.closest('td').cellIndex
  for (;;) {
    row += step[0]
    column += step[1]
    const next = rows[row]?.cells[column]
    if (!next || column < 1) return
    const button = next.querySelector('button')
    if (button) {
      cell.tabIndex = -1
      button.tabIndex = 0
      return button.focus()
    }
  }
}

/** Returns the heat map: a table whose cells are buttons, with one tab stop; arrow keys move between cells. */
function grid({ functions, institutions, columnNote, cellOf }) {
  if (institutions.length === 0) return empty(T.coverage.empty)
  const body = h(
    'tbody',
    institutions.map(institution =>
      h(
        'tr',
        h('th', { scope: 'row' }, h('a', { href: href('institutions', institution.id), title: institution.name }, h('span.full', institution.name), h('span.short', institution.abbreviation ?? institution.name))),
        functions.map(each => {
          const cell = cellOf(institution, each)
          if (!cell) return h('td')
          const key = `${institution.id}~${each.id}`
          return h(
            'td',
            h('button.cell', {
              type: 'button', class: cell.class, tabindex: '-1', 'data-key': key, 'aria-pressed': 'false',
              'aria-label': `${institution.abbreviation ?? institution.name}, ${each.name}: ${cell.label}`, title: `${institution.name} – ${each.name}: ${cell.label}`,
            }, cell.text),
          )
        }),
      ),
    ),
  )
  const table = h(
    'table.matrix',
    h('caption.visually-hidden', T.coverage.caption),
    h('thead', h('tr', h('td.corner', h('span.muted', T.coverage.corner(institutions.length))), functions.map(each => h('th', { scope: 'col', class: each.standing }, h('a', { href: href('functions', each.id) }, each.name), columnNote(each))))),
    body,
  )
  table.addEventListener('keydown', matrixKeys)
  table.addEventListener('click', event => {
    const button = event.target.closest('button.cell')
    if (button) change({ cell: button.dataset.key }, { replace: state().query.has('cell') })
  })
  return h('div.scroll.matrix-scroll', { role: 'region', 'aria-label': T.coverage.caption, tabindex: '0' }, table)
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
          h('p', h('span.cell', { class: cellClass(cell), 'aria-hidden': 'true' }, letter(cell)), ' ', term('CellState', cell.state), cell.lead ? [' ', term('CapacityLevel', 'lead')] : null),
          cell.lastAttested ? h('p.note', T.notConfirmed(inWords(cell.lastAttested))) : null,
          section('panel-mandates', T.detail.mandates, cell.mandates.length === 0 ? h('p.muted', T.coverage.noMandate) : mandates),
          section(
            'panel-capacities',
            T.detail.capacities,
            cell.capacities.length === 0 ? h('p.muted', T.coverage.noCapacity) : cell.capacities.map(capacity => h('div.item', h('p', term('CapacityLevel', capacity.level), ' ', badge('status', capacity.status), capacity.reason ? [' ', term('AbsenceReason', capacity.reason)] : null), h('p', capacity.text), citations(capacity.citations))),
          ),
          h('p.muted', contradictions(cell).length === 0 ? T.disagreements.none : T.disagreements.above),
        ]
      : h('p', T.coverage.nothing),
    h('p', h('a', { href: href('institutions', institutionId) }, T.coverage.open(institution.abbreviation ?? institution.name)), ' · ', h('a', { href: href('functions', functionId) }, T.coverage.open(each.name))),
  )
  if (cell?.mandates.length > 0) {
    fillWith(mandates, async () => {
      const found = await all('/v1/mandates', { institution: institutionId, function: functionId, validAt: query.get('validAt') ?? today(), knownAt: query.get('knownAt') }, { quiet: true })
      return found.map(mandateItem)
    })
  }
}

function panelHead(institution, each) {
  return h('div.panel-head', h('h2', { id: 'cell-title' }, institution.abbreviation ?? institution.name, ' – ', each.name), h('a.close', { href: withParams({ cell: null }), 'data-stay': 'true', 'aria-label': T.close }, '✕'))
}

/** Returns a mandate with its legal basis. */
export function mandateItem(mandate, names) {
  return h(
    'div.item',
    h('h3', h('a', { href: href('mandates', mandate.id) }, mandate.title), ' ', status(mandate)),
    h('p', mandate.text),
    h('p.basis', h('span.label', T.detail.basis), ' ', term('Authority', mandate.authority), mandate.instrument ? [': ', instrument(mandate.instrument)] : null, mandate.provision ? `, ${mandate.provision}` : null, mandate.force ? [' · ', term('LegalForce', mandate.force)] : null),
    h('p.muted', period(mandate.validity), mandate.functions?.length ? [' · ', links('functions', mandate.functions, names)] : null),
    mandate.earlierHolders?.length ? h('p', h('span.label', T.detail.earlierHolders), ' ', mandate.earlierHolders.map((holder, i) => [i > 0 ? '; ' : '', link('institutions', holder.institution, names), ` (${period(holder.validity)})`])) : null,
    mandate.limits?.length ? h('div', h('span.label', T.detail.limits), h('ul.limits', mandate.limits.map(limit => h('li', limit.text, citations(limit.citations))))) : null,
    citations(mandate.citations),
  )
}

function instrument(id) {
  const anchor = h('a', { href: href('instruments', id) }, id)
  get(`/v1/instruments/${id}`, {}, { quiet: true }).then(found => (anchor.textContent = found.shortTitle ?? found.title), () => {})
  return anchor
}

async function compared(query, from, to, body) {
  const params = { from, to, knownAt: query.get('knownAt') }
  const [diff, after] = await Promise.all([get('/v1/coverage/diff', params), get('/v1/coverage', { validAt: to, knownAt: query.get('knownAt') }, { quiet: true })])
  const order = [...after.functions, ...after.setAside]
  const changed = new Map(diff.functions.map(each => [each.id, each]))
  const cells = new Map(diff.functions.map(each => [each.id, new Map(each.cells.map(cell => [cell.institution, cell]))]))
  const settled = new Map(order.map(each => [each.id, new Map(each.cells.map(cell => [cell.institution, cell]))]))
  const institutions = new Map(after.institutions.map(each => [each.id, each]))
  for (const each of diff.functions) {
    for (const cell of each.cells) {
      if (!institutions.has(cell.institution)) institutions.set(cell.institution, { id: cell.institution, name: cell.institutionName, abbreviation: null, mandated: [], performed: [] })
    }
  }
  const panel = h('div.panel', { id: 'cell', 'aria-live': 'polite' })
  const matrix = grid({
    functions: order,
    institutions: visible([...institutions.values()], id => order.some(each => cells.get(each.id)?.has(id)), query),
    columnNote: each => {
      const one = changed.get(each.id)
      return one && one.before?.classification !== one.after?.classification ? h('span.shift', one.before ? badge('class', one.before.classification) : null, ' → ', one.after ? badge('class', one.after.classification) : null) : classification(each)
    },
    cellOf: (institution, each) => {
      const cell = cells.get(each.id)?.get(institution.id)
      if (cell) {
        const same = isSame(cell.before, cell.after)
        const text = same ? letter(cell.after) : `${letter(cell.before) || '–'}→${letter(cell.after) || '–'}`
        return { text, class: `${cellClass(cell.after)} changed${same ? ' detail-only' : ''}`, label: same ? `${described(cell.after)}, ${T.coverage.detailsChanged}` : T.coverage.fromTo(described(cell.before), described(cell.after)) }
      }
      const other = settled.get(each.id)?.get(institution.id)
      return other && letter(other) ? { text: letter(other), class: `${cellClass(other)} unchanged`, label: `${described(other)}, ${T.coverage.unchanged}` } : null
    },
  })
  selectable(body, matrix, panel, (institutionId, functionId) => {
    const cell = cells.get(functionId)?.get(institutionId)
    const institution = institutions.get(institutionId)
    const each = order.find(other => other.id === functionId)
    if (!institution || !each) return show(panel, empty(T.coverage.noCell))
    show(
      panel,
      panelHead(institution, each),
      cell ? [h('p', described(cell.before), ' → ', h('strong', described(cell.after))), h('h3', T.coverage.causes), h('ul.plain', cell.causes.map(cause))] : h('p', T.coverage.unchanged),
    )
  })
  const shifts = diff.functions.filter(each => each.before?.classification !== each.after?.classification)
  return [
    h(
      'section.summary',
      { 'aria-labelledby': 'summary-title' },
      h('h2', { id: 'summary-title' }, T.coverage.changesTitle),
      h('p', T.coverage.changesText(diff.functions.reduce((sum, each) => sum + each.cells.length, 0), diff.functions.length, diff.institutions.length)),
      shifts.length > 0 ? h('ul', shifts.map(each => h('li', h('a', { href: href('functions', each.id) }, (each.after ?? each.before).name), ': ', each.before ? badge('class', each.before.classification) : T.coverage.nothing, ' → ', each.after ? badge('class', each.after.classification) : T.coverage.nothing))) : h('p', T.coverage.noShift),
      h('p', h('a.button', { href: href('diff', null, { from, to, validAt: null }) }, T.coverage.allChanges)),
    ),
    legend(T.coverage.comparisonItems),
    h('div.with-panel', matrix, panel),
    section('changes-by-function', T.coverage.byFunction, diff.functions.map(each =>
      folded(
        () => h('ul.plain', each.cells.map(cell => h('li.item', h('p', h('a', { href: href('institutions', cell.institution, { validAt: to }) }, cell.institutionName), ': ', described(cell.before), ' → ', h('strong', described(cell.after))), h('ul.plain', cell.causes.map(cause))))),
        h('strong', (each.after ?? each.before).name), ' ', T.coverage.cellsChanged(each.cells.length),
      ),
    )),
    account({ title: T.coverage.compareTitle(inWords(from), inWords(to)), position: diff.position, downloads: [[T.account.csv(T.coverage.changesTitle), address('/v1/coverage/diff.csv', params)]] }),
  ]
}

function cause(each) {
  return h('li.item', h('p', h('span.label', `${capital(words(each.kind))} ${words(each.change)}`), each.on ? ` ${inWords(each.on)}` : '', ': ', each.text), citations(each.citations))
}
