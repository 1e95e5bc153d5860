// The start page: what the registry is, questions that it answers, and its collections.
import { get } from './api.js'
import { h, show } from './dom.js'
import { account, fillWith } from './parts.js'
import { href } from './router.js'
import { T } from './texts.js'

/** The start page. */
export async function home(main) {
  const counts = h('div')
  const foot = h('div')
  show(
    main,
    h('header.hero', h('h1', { tabindex: '-1' }, T.home.title), h('p.lead', T.home.lead)),
    h(
      'section',
      { 'aria-labelledby': 'questions' },
      h('h2', { id: 'questions' }, T.home.questions),
      h(
        'ul.cards',
        T.home.cards.map(({ question, hint, to }) =>
          h('li', h('a.card', { href: href(...to) }, h('strong', question), h('span', hint))),
        ),
      ),
    ),
    h(
      'section',
      { 'aria-labelledby': 'views' },
      h('h2', { id: 'views' }, T.home.views),
      h(
        'ul.cards',
        T.home.viewCards.map(([view, text]) =>
          h('li', h('a.card', { href: href(view) }, h('strong', T.nav[view]), h('span', text))),
        ),
      ),
    ),
    h('section', { 'aria-labelledby': 'collections' }, h('h2', { id: 'collections' }, T.home.collections), counts),
    foot,
  )
  await fillWith(counts, async () => {
    const stats = await get('/v1/changes/stats')
    show(foot, account({ title: T.home.title, position: stats.position }))
    const heads = Object.fromEntries(stats.streams.map(stream => [stream.collection, stream.head]))
    return h(
      'ul.counts',
      T.home.counted.map(collection =>
        h(
          'li',
          h('a', { href: href(collection) }, T.nav[collection]),
          h('span.muted', T.home.events(heads[collection] ?? 0)),
        ),
      ),
    )
  })
}
