// What the registry has learned, live, and the differences between two dates or instants.
import { get } from './api.js'
import { inWords, instant, today } from './dates.js'
import { h, show } from './dom.js'
import {
  account,
  badge,
  capital,
  citations,
  empty,
  fillWith,
  folded,
  head,
  page,
  partial,
  section,
  timeControls,
  words,
} from './parts.js'
import { change, href, state } from './router.js'
import { T } from './texts.js'

const SHOWN_PER_STREAM = 3
const KEPT_LIVE = 100

let source = null

/** Closes the live stream of the view before. */
export function leave() {
  source?.close()
  source = null
}

/** The live view. */
export async function changes(main) {
  leave()
  const { query } = state()
  const filter = query.get('stream')
  const live = h('ol.live', { 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': T.changes.live })
  const status = h('p.muted', { role: 'status' }, T.changes.connecting)
  const recent = h('div')
  const foot = h('div')
  const choose = h(
    'select',
    { id: 'stream' },
    h('option', { value: '' }, T.changes.allStreams),
    T.changes.streams.map(name => h('option', { value: name, selected: filter === name }, capital(words(name)))),
  )
  choose.addEventListener('change', () => change({ stream: choose.value || null }))
  show(
    main,
    head(T.changes.title, T.changes.lead),
    h(
      'div.controls',
      h('div.row', h('label', { for: 'stream' }, T.changes.stream), choose),
      h(
        'p',
        h(
          'a',
          { href: href('diff', null, { from: '2004-12-31', to: '2018-12-31', validAt: null }) },
          T.changes.compare,
        ),
      ),
    ),
    section('live', T.changes.live, status, live),
    section('recent', T.changes.recent, recent),
    subscribing(filter),
    foot,
  )
  await fillWith(recent, async () => {
    const stats = await get('/v1/changes/stats')
    const streams = stats.streams.filter(stream => !filter || stream.stream === filter)
    const after = streams
      .map(stream => `${stream.stream}:${Math.max(stream.head - (filter ? 30 : SHOWN_PER_STREAM), 0)}`)
      .join(',')
    const found = await get('/v1/changes', { after, stream: filter, limit: 100 })
    show(
      foot,
      account({ title: T.changes.title, position: found.position, downloads: [[T.changes.atom, '/v1/changes.atom']] }),
    )
    if (found.items.length === 0) return empty(T.changes.none)
    return h('ol.plain.changes', found.items.toReversed().map(entry))
  })
  listen(live, status, filter)
}

function listen(live, status, filter) {
  const stream = new EventSource(`/v1/changes/stream?fromNow=true${filter ? `&stream=${filter}` : ''}`)
  source = stream
  stream.addEventListener('open', () => (status.textContent = T.changes.waiting))
  stream.addEventListener(
    'error',
    () => (status.textContent = stream.readyState === EventSource.CLOSED ? T.changes.closed : T.changes.reconnecting),
  )
  stream.addEventListener('message', event => {
    live.prepend(entry(JSON.parse(event.data)))
    while (live.childElementCount > KEPT_LIVE) live.lastElementChild.remove()
    status.textContent = T.changes.received(live.childElementCount)
  })
}

function entry(event) {
  const { data } = event
  const collection = event.source.split('/').at(-1)
  const document = data.document ?? data.previous ?? {}
  return h(
    'li.item',
    h(
      'p',
      badge('change', data.change),
      data.correction ? [' ', badge('change', 'correction')] : null,
      ' ',
      h('a', { href: page(collection, event.subject) }, document.name ?? document.title ?? event.subject),
      ' ',
      h(
        'span.muted',
        `${T.singular[collection] ?? words(collection)}, ${T.history.version(data.version).toLowerCase()}`,
      ),
    ),
    h(
      'p.muted',
      instant(event.time),
      event.effective ? ` · ${T.changes.effective(inWords(event.effective))}` : '',
      ` · ${data.actor}`,
      data.note ? ` · ${data.note}` : '',
    ),
  )
}

function subscribing(filter) {
  const host = location.origin
  const query = filter ? `?stream=${filter}` : ''
  const body = JSON.stringify({
    url: 'https://your-service.example/changes',
    ...(filter ? { filter: { streams: [filter] } } : {}),
  })
  return section(
    'subscribe',
    T.changes.subscribe,
    h('p', T.changes.subscribeText),
    h('h3', T.changes.reader),
    h('p', h('a', { href: '/v1/changes.atom' }, `${host}/v1/changes.atom`)),
    h('h3', T.changes.sse),
    h('pre', { tabindex: '0', 'aria-label': T.changes.sse }, h('code', `curl -N '${host}/v1/changes/stream${query}'`)),
    h('h3', T.changes.webhook),
    h(
      'pre',
      { tabindex: '0', 'aria-label': T.changes.webhook },
      h(
        'code',
        `curl -X POST '${host}/v1/subscriptions' \\\n  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\\n  -d '${body}'`,
      ),
    ),
    h(
      'p',
      T.changes.more,
      ' ',
      h('a', { href: '/docs' }, T.footer.docs),
      ', ',
      h('a', { href: '/asyncapi' }, 'AsyncAPI'),
      '.',
    ),
  )
}

/** The differences between two dates in the world, or between two instants of the record. */
export async function comparison(main) {
  const { query } = state()
  const from = query.get('from') ?? '2004-12-31'
  const to = query.get('to') ?? today()
  const isRecord = from.includes('T')
  const body = h('div')
  const input = (name, value) => {
    const field = h('input', {
      type: isRecord ? 'datetime-local' : 'date',
      id: name,
      value: isRecord ? value.slice(0, 19) : value,
      step: isRecord ? 1 : null,
    })
    field.addEventListener(
      'change',
      () =>
        field.value &&
        change({
          [name]: isRecord ? `${field.value.length === 16 ? `${field.value}:00` : field.value}Z` : field.value,
        }),
    )
    return [h('label', { for: name }, T.diff[name]), field]
  }
  show(
    main,
    head(T.diff.title(shown(from), shown(to)), T.diff.lead),
    h(
      'div.controls',
      h('div.row', input('from', from), input('to', to)),
      h(
        'div.presets',
        { role: 'group', 'aria-label': T.diff.axis },
        [
          ['world', '2004-12-31', '2018-12-31'],
          ['knowledge', `${yesterday()}T00:00:00Z`, `${new Date().toISOString().slice(0, 19)}Z`],
        ].map(([axis, a, b]) =>
          h(
            'a.chip',
            {
              href: href('diff', null, { from: a, to: b, validAt: null, knownAt: null }),
              'aria-current': (axis === 'knowledge') === isRecord ? 'true' : null,
              'data-stay': 'true',
            },
            T.diff[axis],
          ),
        ),
      ),
      isRecord ? null : timeControls({ valid: false }),
    ),
    body,
  )
  await fillWith(body, async () => {
    const found = await get('/v1/diff', {
      from,
      to,
      limit: 500,
      withTotal: 'true',
      institution: query.get('institution'),
      function: query.get('function'),
      ...(isRecord ? { validAt: query.get('validAt') } : { knownAt: query.get('knownAt') }),
    })
    const items = [...found.items]
    const groups = new Map()
    for (let next = found.next; next; ) {
      const url = new URL(next)
      const more = await get(url.pathname + url.search, {}, { quiet: true })
      items.push(...more.items)
      next = more.next
    }
    items.forEach(item => groups.set(item.collection, [...(groups.get(item.collection) ?? []), item]))
    return [
      partial(found.missing),
      items.length === 0
        ? empty(T.diff.none)
        : [
            h('p', T.diff.count(items.length)),
            [...groups].map(([collection, list]) =>
              section(
                `diff-${collection}`,
                T.nav[collection] ?? capital(words(collection)),
                h('p.muted', tally(list)),
                folded(
                  () =>
                    h(
                      'ul.plain',
                      list.map(item => row(item, to)),
                    ),
                  T.diff.showAll(list.length),
                ),
              ),
            ),
          ],
      account({ title: T.diff.title(shown(from), shown(to)), position: found.position }),
    ]
  })
}

const shown = time => (time.includes('T') ? instant(time) : inWords(time))

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

function tally(list) {
  const counts = new Map()
  list.forEach(item => counts.set(item.change, (counts.get(item.change) ?? 0) + 1))
  return [...counts].map(([kind, count]) => `${count} ${words(kind)}`).join(', ')
}

function row(item, to) {
  return h(
    'li.item',
    h(
      'p',
      badge('change', item.change),
      ' ',
      h('a', { href: page(item.collection, item.id, to.includes('T') ? {} : { validAt: to }) }, item.name),
      item.effective ? h('span.muted', ` ${inWords(item.effective)}`) : null,
    ),
    item.fields.length > 0
      ? h(
          'ul',
          item.fields.map(field =>
            h('li', h('code', field.pointer), ': ', h('del', value(field.before)), ' → ', h('ins', value(field.after))),
          ),
        )
      : null,
    citations(item.citations),
  )
}

const value = content =>
  content === null || content === undefined
    ? T.history.none
    : typeof content === 'object'
      ? JSON.stringify(content)
      : String(content)
