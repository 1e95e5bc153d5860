// The differences of the coverage between two dates.
import { address, get } from './api.js'
import { inWords } from './dates.js'
import { h, show } from './dom.js'
import {
  cellClass,
  classification,
  described,
  grid,
  isSame,
  legend,
  letter,
  panelHead,
  selectable,
  visible,
} from './matrix.js'
import { account, badge, capital, citations, empty, folded, section, words } from './parts.js'
import { href } from './router.js'
import { T } from './texts.js'

export async function compared(query, from, to, body) {
  const params = { from, to, knownAt: query.get('knownAt') }
  const [diff, after] = await Promise.all([
    get('/v1/coverage/diff', params),
    get('/v1/coverage', { validAt: to, knownAt: query.get('knownAt') }, { quiet: true }),
  ])
  const order = [...after.functions, ...after.setAside]
  const changed = new Map(diff.functions.map(each => [each.id, each]))
  const cells = new Map(
    diff.functions.map(each => [each.id, new Map(each.cells.map(cell => [cell.institution, cell]))]),
  )
  const settled = new Map(order.map(each => [each.id, new Map(each.cells.map(cell => [cell.institution, cell]))]))
  const institutions = new Map(after.institutions.map(each => [each.id, each]))
  for (const each of diff.functions) {
    for (const cell of each.cells) {
      if (!institutions.has(cell.institution))
        institutions.set(cell.institution, {
          id: cell.institution,
          name: cell.institutionName,
          abbreviation: null,
          mandated: [],
          performed: [],
        })
    }
  }
  const panel = h('div.panel', { id: 'cell', 'aria-live': 'polite' })
  const matrix = grid({
    functions: order,
    institutions: visible([...institutions.values()], id => order.some(each => cells.get(each.id)?.has(id)), query),
    columnNote: each => {
      const one = changed.get(each.id)
      return one && one.before?.classification !== one.after?.classification
        ? h(
            'span.shift',
            one.before ? badge('class', one.before.classification) : null,
            ' → ',
            one.after ? badge('class', one.after.classification) : null,
          )
        : classification(each)
    },
    cellOf: (institution, each) => {
      const cell = cells.get(each.id)?.get(institution.id)
      if (cell) {
        const same = isSame(cell.before, cell.after)
        const text = same ? letter(cell.after) : `${letter(cell.before) || '–'}→${letter(cell.after) || '–'}`
        return {
          text,
          class: `${cellClass(cell.after)} changed${same ? ' detail-only' : ''}`,
          label: same
            ? `${described(cell.after)}, ${T.coverage.detailsChanged}`
            : T.coverage.fromTo(described(cell.before), described(cell.after)),
        }
      }
      const other = settled.get(each.id)?.get(institution.id)
      return other && letter(other)
        ? {
            text: letter(other),
            class: `${cellClass(other)} unchanged`,
            label: `${described(other)}, ${T.coverage.unchanged}`,
          }
        : null
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
      cell
        ? [
            h('p', described(cell.before), ' → ', h('strong', described(cell.after))),
            h('h3', T.coverage.causes),
            h('ul.plain', cell.causes.map(cause)),
          ]
        : h('p', T.coverage.unchanged),
    )
  })
  const shifts = diff.functions.filter(each => each.before?.classification !== each.after?.classification)
  return [
    h(
      'section.summary',
      { 'aria-labelledby': 'summary-title' },
      h('h2', { id: 'summary-title' }, T.coverage.changesTitle),
      h(
        'p',
        T.coverage.changesText(
          diff.functions.reduce((sum, each) => sum + each.cells.length, 0),
          diff.functions.length,
          diff.institutions.length,
        ),
      ),
      shifts.length > 0
        ? h(
            'ul',
            shifts.map(each =>
              h(
                'li',
                h('a', { href: href('functions', each.id) }, (each.after ?? each.before).name),
                ': ',
                each.before ? badge('class', each.before.classification) : T.coverage.nothing,
                ' → ',
                each.after ? badge('class', each.after.classification) : T.coverage.nothing,
              ),
            ),
          )
        : h('p', T.coverage.noShift),
      h('p', h('a.button', { href: href('diff', null, { from, to, validAt: null }) }, T.coverage.allChanges)),
    ),
    legend(T.coverage.comparisonItems),
    h('div.with-panel', matrix, panel),
    section(
      'changes-by-function',
      T.coverage.byFunction,
      diff.functions.map(each =>
        folded(
          () =>
            h(
              'ul.plain',
              each.cells.map(cell =>
                h(
                  'li.item',
                  h(
                    'p',
                    h('a', { href: href('institutions', cell.institution, { validAt: to }) }, cell.institutionName),
                    ': ',
                    described(cell.before),
                    ' → ',
                    h('strong', described(cell.after)),
                  ),
                  h('ul.plain', cell.causes.map(cause)),
                ),
              ),
            ),
          h('strong', (each.after ?? each.before).name),
          ' ',
          T.coverage.cellsChanged(each.cells.length),
        ),
      ),
    ),
    account({
      title: T.coverage.compareTitle(inWords(from), inWords(to)),
      position: diff.position,
      downloads: [[T.account.csv(T.coverage.changesTitle), address('/v1/coverage/diff.csv', params)]],
    }),
  ]
}

function cause(each) {
  return h(
    'li.item',
    h(
      'p',
      h('span.label', `${capital(words(each.kind))} ${words(each.change)}`),
      each.on ? ` ${inWords(each.on)}` : '',
      ': ',
      each.text,
    ),
    citations(each.citations),
  )
}
