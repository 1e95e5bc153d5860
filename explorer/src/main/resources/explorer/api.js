// Reads the API, and remembers the requests of the present view so that it can show them.

const KEPT_MILLIS = 60_000
const TIMEOUT_MILLIS = 15_000

const kept = new Map()
let shown = []
let serverTime = null

/** A response that is not a success. */
export class ApiError extends Error {
  constructor(status, problem, url) {
    super(problem?.detail ?? problem?.title ?? String(status))
    this.status = status
    this.problem = problem
    this.url = url
  }
}

/** Returns the URL of a request. */
export function address(path, params = {}) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '' && one !== false) query.append(name, String(one))
    }
  }
  return query.size > 0 ? `${path}?${query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}` : path
}

async function request(url, options) {
  let response
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLIS), ...options })
  } catch (error) {
    throw new ApiError(0, { title: error.name === 'TimeoutError' ? 'timeout' : 'network' }, url)
  }
  serverTime = response.headers.get('Date') ?? serverTime
  const body = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(response.status, body, url)
  return body
}

/** Reads a resource. Responses are reused for a minute. */
export function get(path, params, { quiet = false } = {}) {
  const url = address(path, params)
  if (!quiet) shown.push({ method: 'GET', url })
  const known = kept.get(url)
  if (known && known.until > Date.now()) return known.body
  const body = request(url, { headers: { accept: 'application/json' } })
  kept.set(url, { body, until: Date.now() + KEPT_MILLIS })
  body.catch(() => kept.delete(url))
  return body
}

/** Reads all pages of a collection. */
export async function all(path, params, options) {
  const items = []
  let page = await get(path, { limit: 500, ...params }, options)
  items.push(...page.items)
  while (page.next) {
    const next = new URL(page.next)
    page = await get(next.pathname + next.search, {}, { quiet: true })
    items.push(...page.items)
  }
  return items
}

/** Sends a body that is only read. */
export function post(path, params, body) {
  const url = address(path, params)
  const text = JSON.stringify(body)
  shown.push({ method: 'POST', url, body: text })
  return request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: text,
  })
}

/** Forgets responses, so that they are read again. */
export const forget = () => kept.clear()

/** Begins a view without requests. */
export const beginRequests = () => (shown = [])

/** Returns the requests of the present view. */
export const requests = () => shown

/** Returns the time of the server's last response. */
export const now = () => new Date(serverTime ?? Date.now()).toISOString().slice(0, 19) + 'Z'

let titles = null

/** Returns the titles of all sources by id. */
export function sourceTitles() {
  titles ??= all('/v1/sources', { fields: 'id,title,publisher,published,grade,url' }, { quiet: true })
    .then(items => new Map(items.map(source => [source.id, source])))
    .catch(() => {
      titles = null
      return new Map()
    })
  return titles
}

let names = null

/** Returns the names of all institutions, functions and processes by collection and id. */
export function allNames() {
  names ??= Promise.all(
    ['institutions', 'functions', 'processes'].map(collection =>
      all(
        `/v1/${collection}`,
        { fields: collection === 'functions' ? 'id,name' : 'id,name,abbreviation' },
        { quiet: true },
      ).then(items => [collection, new Map(items.map(item => [item.id, item]))]),
    ),
  )
    .then(Object.fromEntries)
    .catch(() => {
      names = null
      return { institutions: new Map(), functions: new Map(), processes: new Map() }
    })
  return names
}
