// The versions of a document, and the differences between any two of them.
import { get } from './api.js'
import { inWords, instant } from './dates.js'
import { h } from './dom.js'
import { capital, empty, fillWith, table, words } from './parts.js'
import { change, state, withParams } from './router.js'
import { T } from './texts.js'

const OWN = new Set(['version', 'recordedAt', 'status'])

/** Returns the leaves of a document by path. */
function leaves(value, path = '', found = new Map()) {
  if (value !== null && typeof value === 'object' && Object.keys(value).length > 0) {
    for (const [name, member] of Object.entries(value)) {
      if (path !== '' || !OWN.has(name)) leaves(member, `${path}/${name}`, found)
    }
  } else {
    found.set(path, value)
  }
  return found
}

/** Returns the differences between two documents: path, value before, value after. */
export function differences(before, after) {
  const old = leaves(before)
  const fresh = leaves(after)
  const paths = [...new Set([...old.keys(), ...fresh.keys()])]
  return paths
    .filter(path => JSON.stringify(old.get(path)) !== JSON.stringify(fresh.get(path)))
    .map(path => ({ path, before: old.get(path), after: fresh.get(path) }))
}

const shown = value =>
  value === undefined
    ? T.history.absent
    : value === null
      ? T.history.none
      : typeof value === 'object'
        ? T.history.nothing
        : String(value)

/** Returns the section on the history of a document. */
export function historySection(collection, id) {
  const body = h('div')
  const { query } = state()
  fillWith(body, async () => {
    const { items } = await get(`/v1/${collection}/${id}/history`, { knownAt: query.get('knownAt') })
    const versions = items.map(item => item.version)
    const latest = versions.at(-1)
    const from = Number(query.get('fromVersion') ?? Math.max(latest - 1, versions[0]))
    const to = Number(query.get('toVersion') ?? latest)
    const pick = (name, value, label) => {
      const select = h(
        'select',
        { id: name },
        versions.map(version =>
          h('option', { value: version, selected: version === value }, T.history.version(version)),
        ),
      )
      select.addEventListener('change', () => change({ [name]: select.value }))
      return [h('label', { for: name }, label), ' ', select]
    }
    const result = h('div')
    if (versions.length > 1) compare(result, collection, id, from, to)
    return [
      table(
        T.history.title,
        T.history.columns,
        items.map(item => [
          T.history.version(item.version),
          h(
            'a',
            { href: withParams({ knownAt: item.recordedAt, validAt: query.get('validAt') }), 'data-stay': 'true' },
            instant(item.recordedAt),
          ),
          capital(words(item.change)) + (item.correction ? ` (${T.history.correction})` : ''),
          item.effective ? inWords(item.effective) : '',
          item.actor,
          item.note ?? '',
        ]),
      ),
      h('div.row', pick('fromVersion', from, T.history.from), pick('toVersion', to, T.history.to)),
      versions.length > 1 ? result : empty(T.history.single),
    ]
  })
  return h(
    'section',
    { id: 'history', 'aria-labelledby': 'history-title' },
    h('h2', { id: 'history-title' }, T.history.title),
    body,
  )
}

function compare(element, collection, id, from, to) {
  fillWith(element, async () => {
    const [before, after] = await Promise.all(
      [from, to].map(version => get(`/v1/${collection}/${id}/versions/${version}`, {}, { quiet: true })),
    )
    const found = differences(before.document ?? before, after.document ?? after)
    if (found.length === 0) return empty(T.history.same)
    return table(
      T.history.differences(from, to),
      T.history.differenceColumns,
      found.map(each => [h('code', each.path), h('del', shown(each.before)), h('ins', shown(each.after))]),
    )
  })
}
