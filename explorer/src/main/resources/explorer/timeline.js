// Lives of institutions, mandates, instruments and processes on one scale that can be zoomed, and the events in that period.
import { address, all, allNames, get } from './api.js'
import { end, inWords, isVague, period, start, today } from './dates.js'
import { h, s, show } from './dom.js'
import { account, empty, failure, fillWith, head, link, page, partial, section, timeControls, words } from './parts.js'
import { change, state, withParams } from './router.js'
import { T } from './texts.js'

const FIRST = 1910
const LAST = 2030
const ROW = 26
const SUBROW = 16
const NARROW = 620

let hadFocus = false

const FIELDS = {
  institutions: 'id,name,abbreviation,validity,status,officeHolders',
  mandates: 'id,title,institution,validity,status,earlierHolders',
  instruments: 'id,title,shortTitle,validity,status,adoption',
  processes: 'id,name,abbreviation,validity,status,stage',
}

/** The view. */
export async function timeline(main, { isNew }) {
  const { query } = state()
  const kind = T.timeline.kinds.includes(query.get('kind'))
    ? query.get('kind')
    : query.get('institution') || query.get('function')
      ? 'mandates'
      : query.get('process')
        ? 'processes'
        : 'institutions'
  const window_ = { from: clamp(Number(query.get('from')) || 1945), to: clamp(Number(query.get('to')) || 2027) }
  if (window_.to - window_.from < 1) window_.to = window_.from + 1
  if (isNew) main.replaceChildren()
  const body = main.querySelector('.timeline-body') ?? h('div.timeline-body')
  const filters = ['institution', 'function', 'process'].filter(name => query.get(name))
  show(
    main,
    head(T.timeline.title, T.timeline.lead),
    h(
      'div.controls',
      h(
        'div.presets',
        { role: 'group', 'aria-label': T.timeline.kindLabel },
        T.timeline.kinds.map(name =>
          h(
            'a.chip',
            { href: withParams({ kind: name }), 'aria-current': kind === name ? 'true' : null, 'data-stay': 'true' },
            T.nav[name] ?? T.timeline[name],
          ),
        ),
      ),
      filters.map(name =>
        h(
          'p',
          T.timeline.only,
          ' ',
          link(plural(name), query.get(name)),
          ' ',
          h('a.chip', { href: withParams({ [name]: null }), 'data-stay': 'true' }, T.timeline.remove),
        ),
      ),
      timeControls(),
    ),
    body,
  )
  const filter = Object.fromEntries(filters.map(name => [name, query.get(name)]))
  await fillWith(body, async () => {
    const rows = await load(kind, filter, query)
    const drawing = h('div.drawing')
    const events = h('div')
    const content = [
      toolbar(window_),
      rows.length === 0 ? empty(T.timeline.empty) : drawing,
      section('events', T.timeline.events(window_.from, window_.to), events),
    ]
    requestAnimationFrame(() => draw(drawing, rows, window_, query.get('validAt')))
    const position = await listEvents(events, window_, filter, query)
    return [
      ...content,
      account({
        title: T.timeline.title,
        position,
        downloads: [
          [
            T.account.csv(T.nav[kind] ?? T.timeline[kind]),
            address(`/v1/${kind}.csv`, { validAt: query.get('validAt'), knownAt: query.get('knownAt') }),
          ],
        ],
        drawing: () => drawing.querySelector('svg'),
      }),
    ]
  })
}

const plural = name => (name === 'process' ? 'processes' : `${name}s`)

const clamp = year => Math.min(Math.max(year, FIRST), LAST)

async function load(kind, filter, query) {
  const { institutions } = await allNames()
  const nameOf = id => institutions.get(id)?.abbreviation ?? institutions.get(id)?.name ?? id
  const times = { validAt: query.get('validAt'), knownAt: query.get('knownAt') }
  const wanted = {
    institutions: filter.institution ? null : {},
    mandates: { institution: filter.institution, function: filter.function },
    instruments: { basisOf: filter.institution },
    processes: { participant: filter.institution, function: filter.function },
  }[kind]
  let items = wanted
    ? await all(`/v1/${kind}`, { ...wanted, ...times, fields: FIELDS[kind] })
    : [await get(`/v1/institutions/${filter.institution}`, times)]
  if (filter.process && kind === 'processes') items = items.filter(item => item.id === filter.process)
  return items
    .map(item => ({
      collection: kind,
      id: item.id,
      label: item.shortTitle ?? item.name ?? item.title,
      short: item.abbreviation ?? item.shortTitle ?? item.name ?? item.title,
      holder: item.institution && nameOf(item.institution),
      validity:
        item.validity.from || item.validity.to
          ? item.validity
          : { from: item.adoption?.date ?? null, to: null, lastAttested: item.validity.lastAttested },
      parts: [
        ...(item.earlierHolders ?? []).map(each => ({
          label: nameOf(each.institution),
          short: nameOf(each.institution),
          validity: each.validity,
        })),
        ...(item.officeHolders ?? []).map(each => ({
          label: `${each.name}, ${each.title}`,
          short: each.name.split(' ').at(-1),
          validity: each.validity,
        })),
      ].filter(part => part.validity?.from),
    }))
    .filter(row => row.validity.from || row.validity.to)
    .sort((a, b) => (start(a.validity.from) ?? 0) - (start(b.validity.from) ?? 0) || a.label.localeCompare(b.label))
}

function toolbar({ from, to }) {
  const span = to - from
  const move = (a, b) => withParams({ from: Math.round(clamp(a)), to: Math.round(clamp(b)) })
  const tool = (label, sign, a, b) =>
    h('a.button', { href: move(a, b), 'aria-label': label, title: label, 'data-stay': 'true' }, sign)
  return h(
    'div.row.tools',
    { role: 'group', 'aria-label': T.timeline.zoom },
    tool(T.timeline.earlier, '←', from - span / 4, to - span / 4),
    tool(T.timeline.zoomIn, '+', from + span / 4, to - span / 4),
    tool(T.timeline.zoomOut, '−', from - span / 2, to + span / 2),
    tool(T.timeline.later, '→', from + span / 4, to + span / 4),
    tool(T.timeline.whole, T.timeline.whole, 1919, 2027),
    h('strong', `${from}–${to}`),
    h('span.muted', T.timeline.keys),
  )
}

function draw(element, rows, { from, to }, validAt) {
  const width = Math.max(element.clientWidth, 320)
  const narrow = width < NARROW
  const left = narrow ? 8 : 300
  const x = year => left + ((year - from) / (to - from)) * (width - left - 12)
  const limit = value => Math.min(Math.max(value, left), width - 12)
  const visible = rows.filter(row => (start(row.validity.from) ?? from) < to && lastYear(row) > from)
  let y = 26
  const lanes = visible.map(row => {
    const parts = row.parts.filter(
      part => start(part.validity.from) < to && (end(part.validity.to ?? part.validity.lastAttested) ?? 2027) > from,
    )
    const lane = lines(row, parts, y, { x, limit, narrow, from })
    y += (narrow ? ROW + 14 : ROW) + (parts.length > 0 ? SUBROW : 0)
    return lane
  })
  const step = [1, 2, 5, 10, 20].find(each => (to - from) / each <= (narrow ? 5 : 12)) ?? 25
  const ticks = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year)
  const day = validAt ?? today()
  const now = start(day)
  const svg = s(
    'svg.lives',
    {
      viewBox: `0 0 ${width} ${y + 8}`,
      width,
      height: y + 8,
      role: 'group',
      'aria-label': T.timeline.drawing(from, to),
      tabindex: '0',
    },
    ticks.map(year => [
      s('line.grid', { x1: x(year), x2: x(year), y1: 20, y2: y + 4 }),
      s('text.tick', { x: x(year), y: 14, 'text-anchor': x(year) > width - 30 ? 'end' : 'middle' }, String(year)),
    ]),
    lanes,
    now >= from && now <= to
      ? s('g', s('line.now', { x1: x(now), x2: x(now), y1: 18, y2: y + 4 }), s('title', inWords(day)))
      : null,
  )
  svg.addEventListener('keydown', event => {
    if (event.target !== svg) return
    const span = to - from
    const steps = {
      ArrowLeft: [-span / 4, -span / 4],
      ArrowRight: [span / 4, span / 4],
      '+': [span / 4, -span / 4],
      '-': [-span / 2, span / 2],
    }[event.key]
    if (!steps) return
    event.preventDefault()
    hadFocus = true
    change({ from: Math.round(clamp(from + steps[0])), to: Math.round(clamp(to + steps[1])) })
  })
  svg.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const factor = event.deltaY > 0 ? 0.25 : -0.2
      const at = from + ((event.offsetX - left) / (width - left - 12)) * (to - from)
      change(
        { from: Math.round(clamp(from - (at - from) * factor)), to: Math.round(clamp(to + (to - at) * factor)) },
        { replace: true },
      )
    },
    { passive: false },
  )
  show(element, visible.length === 0 ? empty(T.timeline.nothingHere) : svg)
  if (hadFocus) svg.focus({ preventScroll: true })
  hadFocus = false
  if (!element.observer) {
    element.observer = new ResizeObserver(() => {
      if (Math.abs(element.clientWidth - (element.drawn ?? width)) > 2) draw(element, rows, { from, to }, validAt)
    })
    element.observer.observe(element)
  }
  element.drawn = element.clientWidth
}

const lastYear = row => end(row.validity.to) ?? 2027

function lines(row, parts, y, { x, limit, narrow, from }) {
  const { validity } = row
  const begin = limit(x(start(validity.from) ?? from))
  const known = limit(x(end(validity.to ?? validity.lastAttested) ?? 2027))
  const open = validity.to ? known : limit(x(2027))
  const top = narrow ? y + 14 : y
  const text = row.label.length > 44 && !narrow ? `${row.label.slice(0, 42)}…` : row.label
  const described = `${row.label}: ${period(validity)}${row.holder ? `. ${T.timeline.heldBy(row.holder)}` : ''}`
  return s(
    'a',
    { href: page(row.collection, row.id), 'aria-label': described },
    s('title', described),
    s(
      'text',
      { x: narrow ? 8 : 0, y: narrow ? y + 10 : y + 16 },
      narrow ? (text.length > 46 ? `${text.slice(0, 44)}…` : text) : text,
    ),
    s('rect.bar', {
      x: begin,
      y: top + 4,
      width: Math.max(known - begin, 3),
      height: 15,
      rx: 3,
      class: isVague(validity.from) ? 'vague' : null,
    }),
    open > known ? s('rect.bar.unconfirmed', { x: known, y: top + 4.5, width: open - known, height: 14, rx: 3 }) : null,
    row.holder && known - begin > 60
      ? s('text.inside', { x: begin + 6, y: top + 15 }, row.holder.length * 6.5 < known - begin - 10 ? row.holder : '')
      : null,
    parts.map(part => {
      const a = limit(x(start(part.validity.from)))
      const b = limit(x(end(part.validity.to ?? part.validity.lastAttested) ?? 2027))
      return s(
        'g',
        s('title', `${part.label}: ${period(part.validity)}`),
        s('rect.part', { x: a, y: top + 21, width: Math.max(b - a - 1, 2), height: 12, rx: 2 }),
        s(
          'text.small',
          { x: a + 3, y: top + 30 },
          [part.label, part.label.split(',')[0], part.short].find(each => each.length * 5.6 < b - a) ?? '',
        ),
      )
    }),
  )
}

async function listEvents(element, { from, to }, filter, query) {
  try {
    const found = await get('/v1/timeline', {
      ...filter,
      from: `${from}-01-01`,
      to: `${to}-12-31`,
      limit: 100,
      validAt: query.get('validAt'),
      knownAt: query.get('knownAt'),
    })
    const list = h('ol.events')
    let next = found.next
    const add = each =>
      each.items.forEach(item =>
        list.append(
          h(
            'li',
            h('span.date', inWords(item.date)),
            h(
              'span',
              h('a', { href: page(item.collection, item.id) }, item.text ?? item.name),
              h('span.muted', ` ${words(item.event)}`),
            ),
          ),
        ),
      )
    add(found)
    const more = h('button', { type: 'button', hidden: !next }, T.more)
    more.addEventListener('click', async () => {
      const url = new URL(next)
      const result = await get(url.pathname + url.search, {}, { quiet: true }).catch(
        error => (element.append(failure(error)), null),
      )
      if (!result) return
      next = result.next
      more.hidden = !next
      add(result)
    })
    show(element, partial(found.missing), found.items.length === 0 ? empty(T.timeline.noEvents) : [list, more])
    return found.position
  } catch (error) {
    show(element, failure(error))
    return null
  }
}
