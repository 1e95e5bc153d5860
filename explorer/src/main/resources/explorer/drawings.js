// Drawings of periods and figures.
import { end, inWords, isVague, start } from './dates.js'
import { h, s } from './dom.js'
import { capital, citations, folded, section, table, words } from './parts.js'
import { T } from './texts.js'

/** Draws dated items as bars on one scale of years. */
export function strips(label, items) {
  const dated = items.filter(item => item.validity?.from || item.validity?.to)
  if (dated.length === 0) return null
  const first = Math.floor(Math.min(...dated.map(item => start(item.validity.from) ?? start(item.validity.to))))
  const last = Math.max(...dated.map(item => end(item.validity.to ?? item.validity.lastAttested) ?? 2027), 2027)
  const x = year => 8 + ((year - first) / Math.max(last - first, 1)) * 684
  const height = dated.length * 24 + 24
  return h(
    'div.scroll',
    { tabindex: '0', role: 'group', 'aria-label': label },
    s(
      'svg.strips',
      { viewBox: `0 0 700 ${height}`, role: 'img', 'aria-label': label },
      dated.map((item, i) => {
        const from = start(item.validity.from) ?? first
        const known = end(item.validity.to ?? item.validity.lastAttested) ?? 2027
        return s(
          'g',
          s('rect.bar', {
            x: x(from),
            y: i * 24 + 4,
            width: Math.max(x(known) - x(from), 3),
            height: 16,
            rx: 3,
            class: isVague(item.validity.from) ? 'vague' : null,
          }),
          item.validity.lastAttested
            ? s('rect.bar.unconfirmed', {
                x: x(known),
                y: i * 24 + 4,
                width: Math.max(x(last) - x(known), 0),
                height: 16,
                rx: 3,
              })
            : null,
          s('text', { x: Math.min(x(from) + 6, 420), y: i * 24 + 16 }, item.label),
        )
      }),
      [first, Math.round((first + last) / 2), Math.floor(last)].map((year, i) =>
        s('text.tick', { x: x(year), y: height - 4, 'text-anchor': ['start', 'middle', 'end'][i] }, String(year)),
      ),
    ),
  )
}

/** Draws a series of figures. */
function chart(measure, figures) {
  const points = figures.map(figure => ({ x: start(figure.asOf), y: figure.value, figure })).sort((a, b) => a.x - b.x)
  if (new Set(points.map(point => point.x)).size < 2) return null
  const [x0, x1] = [points[0].x, points.at(-1).x]
  const top = Math.max(...points.map(point => point.y)) || 1
  const x = value => 12 + ((value - x0) / (x1 - x0)) * 456
  const y = value => 120 - (value / top) * 100
  return s(
    'svg.chart',
    { viewBox: '0 0 480 150', role: 'img', 'aria-label': T.detail.chart(measure) },
    s('line.axis', { x1: 8, x2: 472, y1: 120, y2: 120 }),
    s('polyline.series', { points: points.map(point => `${x(point.x)},${y(point.y)}`).join(' ') }),
    points.map(point =>
      s(
        'circle.point',
        { cx: x(point.x), cy: y(point.y), r: 4 },
        s('title', `${inWords(point.figure.asOf)}: ${number(point.figure)}`),
      ),
    ),
    s('text', { x: 12, y: 140 }, inWords(points[0].figure.asOf)),
    s('text', { x: 468, y: 140, 'text-anchor': 'end' }, inWords(points.at(-1).figure.asOf)),
    s('text', { x: 468, y: Math.max(y(points.at(-1).y) - 8, 12), 'text-anchor': 'end' }, number(points.at(-1).figure)),
  )
}

function number(figure) {
  const qualifier = figure.qualifier && figure.qualifier !== 'exact' ? `${words(figure.qualifier)} ` : ''
  return `${qualifier}${figure.value.toLocaleString('en')} ${figure.unit ?? ''}`.trim()
}

export function figures(document) {
  if (!document.figures?.length) return null
  const groups = new Map()
  document.figures.forEach(figure => groups.set(figure.measure, [...(groups.get(figure.measure) ?? []), figure]))
  const drawn = []
  const single = []
  for (const [measure, list] of groups) {
    const drawing = chart(words(measure), list)
    const rows = () => list.map(figure => [inWords(figure.asOf), number(figure), citations(figure.citations)])
    if (drawing)
      drawn.push(
        h(
          'figure',
          h('figcaption', h('h3', capital(words(measure)))),
          drawing,
          folded(
            () => table(T.detail.figuresOf(words(measure)), T.detail.figureColumns, rows()),
            T.detail.values(list.length),
          ),
        ),
      )
    else
      single.push(
        ...list.map(figure => [
          capital(words(measure)),
          inWords(figure.asOf),
          number(figure),
          citations(figure.citations),
        ]),
      )
  }
  return section(
    'figures',
    T.detail.figures,
    h('div.figures', drawn),
    single.length > 0 ? table(T.detail.figures, T.detail.singleColumns, single) : null,
  )
}
