// The heat map: cells in signs and words, a table that is operated by the keyboard, and its legend.
import { h } from './dom.js'
import { badge, capital, empty, words } from './parts.js'
import { change, href, state, withParams } from './router.js'
import { T } from './texts.js'

const LETTERS = { lead: 'L', substantial: 'S', limited: 'P', marginal: 'm', none: '×' }

/** Returns the letter of a cell: the level, `!` for a mandate without capacity, `?` if unconfirmed, `×` if absent. */
export function letter(cell) {
  if (!cell || (cell.state === 'empty' && !cell.reason && cell.level !== 'none')) return ''
  if (cell.lead) return LETTERS.lead
  if (cell.state === 'mandated-only') return '!'
  if (cell.state === 'unconfirmed') return '?'
  if (cell.state === 'empty') return LETTERS.none
  return LETTERS[cell.level] ?? '•'
}

export function cellClass(cell) {
  if (!cell || letter(cell) === '') return 'blank'
  const level = cell.lead
    ? 'lead'
    : cell.state === 'mandated-and-performed' || cell.state === 'performed-only'
      ? (cell.level ?? 'limited')
      : cell.state
  const hasMandate =
    cell.state.startsWith('mandated') || (Array.isArray(cell.mandates) ? cell.mandates.length > 0 : cell.mandates > 0)
  return `level-${level}${hasMandate ? ' mandated' : ''}`
}

/** Returns a cell in words. */
export function described(cell) {
  if (!cell || letter(cell) === '') return T.coverage.nothing
  return [
    capital(words(cell.state)),
    cell.lead ? T.coverage.leads : cell.level && cell.level !== 'none' ? words(cell.level) : null,
    cell.reason ? words(cell.reason) : null,
  ]
    .filter(Boolean)
    .join(', ')
}

export const isSame = (a, b) => a?.state === b?.state && a?.lead === b?.lead && a?.level === b?.level

/** Lets the body show a selection: marks its cell and describes it in the panel. */
export function selectable(body, matrix, panel, describe) {
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

export function visible(institutions, isUsed, query) {
  return institutions
    .filter(each => query.get('everyone') === 'true' || isUsed(each.id))
    .sort(
      (a, b) =>
        b.mandated.length + b.performed.length - a.mandated.length - a.performed.length || a.name.localeCompare(b.name),
    )
}

export function classification(each) {
  return badge('class', each.classification)
}

export function legend(more = []) {
  const item = (cls, sign, text) => h('li', h('span.cell', { class: cls, 'aria-hidden': 'true' }, sign), text)
  return h(
    'details.legend',
    { open: innerWidth > 700 },
    h('summary', T.coverage.legend),
    h(
      'ul.inline',
      [...T.coverage.legendItems, ...more].map(([cls, sign, text]) => item(cls, sign, text)),
    ),
  )
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
export function grid({ functions, institutions, columnNote, cellOf }) {
  if (institutions.length === 0) return empty(T.coverage.empty)
  const body = h(
    'tbody',
    institutions.map(institution =>
      h(
        'tr',
        h(
          'th',
          { scope: 'row' },
          h(
            'a',
            { href: href('institutions', institution.id), title: institution.name },
            h('span.full', institution.name),
            h('span.short', institution.abbreviation ?? institution.name),
          ),
        ),
        functions.map(each => {
          const cell = cellOf(institution, each)
          if (!cell) return h('td')
          const key = `${institution.id}~${each.id}`
          return h(
            'td',
            h(
              'button.cell',
              {
                type: 'button',
                class: cell.class,
                tabindex: '-1',
                'data-key': key,
                'aria-pressed': 'false',
                'aria-label': `${institution.abbreviation ?? institution.name}, ${each.name}: ${cell.label}`,
                title: `${institution.name} – ${each.name}: ${cell.label}`,
              },
              cell.text,
            ),
          )
        }),
      ),
    ),
  )
  const table = h(
    'table.matrix',
    h('caption.visually-hidden', T.coverage.caption),
    h(
      'thead',
      h(
        'tr',
        h('td.corner', h('span.muted', T.coverage.corner(institutions.length))),
        functions.map(each =>
          h(
            'th',
            { scope: 'col', class: each.standing },
            h('a', { href: href('functions', each.id) }, each.name),
            columnNote(each),
          ),
        ),
      ),
    ),
    body,
  )
  table.addEventListener('keydown', matrixKeys)
  table.addEventListener('click', event => {
    const button = event.target.closest('button.cell')
    if (button) change({ cell: button.dataset.key }, { replace: state().query.has('cell') })
  })
  return h('div.scroll.matrix-scroll', { role: 'region', 'aria-label': T.coverage.caption, tabindex: '0' }, table)
}

export function panelHead(institution, each) {
  return h(
    'div.panel-head',
    h('h2', { id: 'cell-title' }, institution.abbreviation ?? institution.name, ' – ', each.name),
    h('a.close', { href: withParams({ cell: null }), 'data-stay': 'true', 'aria-label': T.close }, '✕'),
  )
}
