// Lists of the documents of a collection.
import { address, all } from './api.js'
import { inWords, period } from './dates.js'
import { nameOf } from './detail.js'
import { h, show } from './dom.js'
import { account, capital, empty, fillWith, head, status, timeControls, words } from './parts.js'
import { change, href, state } from './router.js'
import { T } from './texts.js'

const KINDED = new Set(['institutions', 'processes', 'instruments', 'sources'])

/** The list of a collection. */
export async function collection(main) {
  const { view, query } = state()
  if (!T.nav[view]) {
    show(main, head(T.errors.notFound), empty(T.errors.noView, h('p', h('a', { href: '/' }, T.nav.home))))
    return
  }
  const list = h('div')
  const filter = h('input', { type: 'search', value: query.get('filter') ?? '', id: 'filter', autocomplete: 'off' })
  show(
    main,
    head(T.nav[view], T.lists[view]),
    h('div.controls', timeControls(), h('div.row', h('label', { for: 'filter' }, T.filter), filter)),
    list,
  )
  await fillWith(list, async () => {
    const fields =
      {
        sources: 'id,title,kind,status,publisher,published,grade',
        instruments: 'id,title,shortTitle,kind,status,validity',
        functions: 'id,name,description,standing,status,validity',
      }[view] ?? 'id,name,abbreviation,kind,status,validity'
    const params = { fields, validAt: query.get('validAt'), knownAt: query.get('knownAt') }
    const items = await all(`/v1/${view}`, params)
    const body = h('div')
    const draw = () => {
      const wanted = filter.value.trim().toLowerCase()
      const found = items.filter(item =>
        `${nameOf(item)} ${item.abbreviation ?? ''} ${item.shortTitle ?? ''} ${item.publisher ?? ''}`
          .toLowerCase()
          .includes(wanted),
      )
      const groups = new Map()
      found.forEach(item =>
        groups.set(KINDED.has(view) ? item.kind : (item.standing ?? ''), [
          ...(groups.get(KINDED.has(view) ? item.kind : (item.standing ?? '')) ?? []),
          item,
        ]),
      )
      show(
        body,
        h('p.muted', { role: 'status' }, T.count(found.length, items.length)),
        found.length === 0
          ? empty(T.noMatch)
          : [...groups]
              .sort(([a], [b]) => a.localeCompare(b))
              .map(([kind, group]) =>
                h(
                  'section',
                  { 'aria-label': capital(words(kind || view)) },
                  kind ? h('h2.group', capital(words(kind)), ' ', h('span.muted', `(${group.length})`)) : null,
                  h(
                    'ul.entries',
                    group
                      .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
                      .map(item =>
                        h(
                          'li',
                          h('a', { href: href(view, item.id) }, nameOf(item)),
                          item.abbreviation ? h('span.muted', ` ${item.abbreviation}`) : null,
                          ' ',
                          view === 'sources'
                            ? h(
                                'span.muted',
                                [item.publisher, item.published && inWords(item.published)].filter(Boolean).join(', '),
                              )
                            : [
                                status(item),
                                h(
                                  'span.muted',
                                  ` ${item.validity && (item.validity.from || item.validity.to) ? period(item.validity) : ''}`,
                                ),
                              ],
                          item.description ? h('p', item.description) : null,
                        ),
                      ),
                  ),
                ),
              ),
      )
    }
    filter.addEventListener('input', draw)
    filter.addEventListener('change', () => change({ filter: filter.value || null }, { replace: true }))
    draw()
    return [
      body,
      account({
        title: T.nav[view],
        downloads: [
          [
            T.account.csv(T.nav[view]),
            address(`/v1/${view}.csv`, { validAt: params.validAt, knownAt: params.knownAt }),
          ],
          [T.account.ndjson, address(`/v1/${view}.ndjson`, { validAt: params.validAt, knownAt: params.knownAt })],
        ],
      }),
    ]
  })
}
