// Search with suggestions in the head of every page, and the page of results.
import { get } from './api.js'
import { period } from './dates.js'
import { h, highlighted, show } from './dom.js'
import {
  account,
  capital,
  empty,
  failure,
  fillWith,
  head,
  page,
  partial,
  status,
  timeControls,
  words,
} from './parts.js'
import { go, href, state } from './router.js'
import { T } from './texts.js'

const DELAY_MILLIS = 120

/** Returns the search field: a combobox whose list is operated by the arrow keys. */
export function searchBox() {
  const list = h('ul.suggestions', {
    id: 'suggestions',
    role: 'listbox',
    'aria-label': T.search.suggestions,
    hidden: true,
  })
  const input = h('input', {
    type: 'search',
    name: 'q',
    id: 'q',
    placeholder: T.search.placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    role: 'combobox',
    'aria-label': T.search.label,
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
    'aria-autocomplete': 'list',
  })
  let active = -1
  let timer
  let asked = ''

  const close = () => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = index => {
    active = index
    ;[...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)))
    if (index >= 0) input.setAttribute('aria-activedescendant', list.children[index].id)
    else input.removeAttribute('aria-activedescendant')
  }
  const suggest = async () => {
    const q = input.value.trim()
    asked = q
    if (!/[\p{L}\p{N}]/u.test(q)) return close()
    const found = await get(
      '/v1/suggest',
      { q, limit: 8, knownAt: state().query.get('knownAt') },
      { quiet: true },
    ).catch(() => null)
    if (!found || asked !== q || document.activeElement !== input) return
    const chosen = list.children[active]?.dataset.href
    show(
      list,
      found.items.map((item, i) => {
        const option = h(
          'li',
          {
            role: 'option',
            id: `suggestion-${i}`,
            'aria-selected': 'false',
            'data-href': page(item.collection, item.id),
          },
          h('span.name', highlighted(item.highlight)),
          h('span.kind', T.singular[item.collection] ?? words(item.collection)),
        )
        option.addEventListener('pointerdown', event => {
          event.preventDefault()
          choose(option)
        })
        return option
      }),
    )
    mark([...list.children].findIndex(option => option.dataset.href === chosen))
    list.hidden = found.items.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
  }
  const choose = option => {
    close()
    input.value = ''
    go(option.dataset.href)
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(suggest, DELAY_MILLIS)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', event => {
    const count = list.hidden ? 0 : list.childElementCount
    if (event.key === 'ArrowDown' && count > 0) mark((active + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) mark((active - 1 + count) % count)
    else if (event.key === 'Escape' && count > 0) close()
    else if (event.key === 'Enter' && active >= 0) choose(list.children[active])
    else return
    event.preventDefault()
  })
  const form = h(
    'form.search',
    { role: 'search', action: '/explorer/search' },
    input,
    list,
    h('button', { type: 'submit' }, T.search.button),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    close()
    clearTimeout(timer)
    asked = ''
    const q = input.value.trim()
    if (q) go(href('search', null, { q }))
  })
  return form
}

/** The page of results. */
export async function searchPage(main) {
  const { query } = state()
  const q = query.get('q')
  const only = query.get('collection')
  const results = h('div')
  show(
    main,
    head(q ? T.search.title(q) : T.search.label),
    h(
      'div.controls',
      h(
        'div.presets',
        { role: 'group', 'aria-label': T.search.only },
        [null, ...T.search.collections].map(name =>
          h(
            'a.chip',
            {
              href: href('search', null, { q, collection: name }),
              'aria-current': only === name ? 'true' : null,
              'data-stay': 'true',
            },
            name ? capital(words(name)) : T.search.everything,
          ),
        ),
      ),
      timeControls(),
    ),
    results,
  )
  if (!q) return show(results, empty(T.search.start))
  await fillWith(results, async () => {
    const found = await get('/v1/search', {
      q,
      collection: only,
      limit: 50,
      validAt: query.get('validAt'),
      knownAt: query.get('knownAt'),
    })
    const items = h('ol.results')
    let next = found.next
    const add = page => page.items.forEach(item => items.append(result(item)))
    add(found)
    const more = h('button', { type: 'button', hidden: !next }, T.more)
    more.addEventListener('click', async () => {
      const url = new URL(next)
      try {
        const more = await get(url.pathname + url.search, {}, { quiet: true })
        next = more.next
        add(more)
      } catch (error) {
        items.after(failure(error))
      }
      more.hidden = !next
    })
    return [
      partial(found.missing),
      found.items.length === 0
        ? empty(T.search.none(q), h('p', h('a', { href: href('home') }, T.search.browse)))
        : [items, more],
      account({ title: T.search.title(q), position: found.position }),
    ]
  })
}

function result(item) {
  return h(
    'li',
    h('p', h('a.name', { href: page(item.collection, item.id) }, item.name), ' ', status(item)),
    h(
      'p.muted',
      `${T.singular[item.collection] ?? words(item.collection)}${item.validity && (item.validity.from || item.validity.to) ? ` · ${period(item.validity)}` : ''}`,
    ),
    item.matched.field === '/name' ? null : h('p', highlighted(item.highlight)),
  )
}
