// Every state is a URL: the view and the document in the path, dates and selections in the query.

const PREFIX = '/explorer/'
const TIMES = ['validAt', 'knownAt']

/** @type {(how: {focus: boolean}) => void} */
let listener = () => {}
let shown = location.pathname + location.search

/** Returns the state of the page: view, document and query. */
export function state() {
  const path = location.pathname
  const [view, id] = path.startsWith(PREFIX) ? path.slice(PREFIX.length).split('/') : ['home']
  return { view: view || 'home', id: id ? decodeURIComponent(id) : null, query: new URLSearchParams(location.search) }
}

/** Returns the URL of a view; both times are kept unless they are given. */
export function href(view, id, params = {}) {
  const current = state().query
  const query = new URLSearchParams()
  for (const name of TIMES) {
    if (!(name in params) && current.get(name)) query.set(name, current.get(name))
  }
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '' && value !== false) query.set(name, value)
  }
  const path = view === 'home' ? '/' : PREFIX + view + (id ? `/${encodeURIComponent(id)}` : '')
  return path + (query.size > 0 ? `?${query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}` : '')
}

/** Returns the URL of the present view with other parameters; null removes one. */
export function withParams(params) {
  const { view, id, query } = state()
  return href(view, id, { ...Object.fromEntries(query), ...params })
}

/** Goes to a URL of the explorer. */
export function go(url, { replace = false, focus = true } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', url)
  shown = location.pathname + location.search
  listener({ focus })
}

/** Changes parameters of the present view, without moving the focus. */
export const change = (params, options = {}) => go(withParams(params), { focus: false, ...options })

/** Calls the listener for every change of the URL, and follows links of the explorer without loading a page. */
export function start(onChange) {
  listener = onChange
  addEventListener('popstate', () => {
    const place = location.pathname + location.search
    if (place === shown) return
    shown = place
    listener({ focus: true })
  })
  document.addEventListener('click', event => {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (
      !link ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    if (link.hasAttribute('download') || link.target) return
    const url = new URL(link.getAttribute('href'), location.href)
    if (url.origin !== location.origin || !(url.pathname === '/' || url.pathname.startsWith(PREFIX)) || url.hash) return
    event.preventDefault()
    go(url.pathname + url.search, { focus: !link.dataset.stay })
  })
}
