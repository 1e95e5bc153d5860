// Institutions and processes as a graph at a date, with the lineage of a process.
import { address, allNames, get } from './api.js'
import { inWords, today } from './dates.js'
import { h, s, show } from './dom.js'
import { lineage } from './sections.js'
import { account, badge, empty, fillWith, folded, head, page, section, table, timeControls, words } from './parts.js'
import { change, state, withParams } from './router.js'
import { T } from './texts.js'

const WIDTH = 1000
const HEIGHT = 680
const STEPS = 260
const MOVE_MILLIS = 700
const GRAVITY = 0.3

// Positions of the last layout, so that a node stays near its place when the date changes.
const places = new Map()

/** The view. */
export async function network(main, { isNew }) {
  const { query } = state()
  if (isNew) main.replaceChildren()
  const body = main.querySelector('.network-body') ?? h('div.network-body')
  const confirmed = h('input', { type: 'checkbox', checked: query.get('status') === 'current' })
  confirmed.addEventListener('change', () => change({ status: confirmed.checked ? 'current' : null }))
  show(
    main,
    head(T.network.title(inWords(query.get('validAt') ?? today())), T.network.lead),
    h('div.controls', timeControls(), h('label.check', confirmed, T.network.confirmed)),
    body,
  )
  await fillWith(body, async () => {
    const params = { validAt: query.get('validAt'), knownAt: query.get('knownAt'), status: query.get('status') }
    const [data, names] = await Promise.all([get('/v1/network', params), allNames()])
    if (data.nodes.length === 0)
      return [empty(T.network.empty), account({ title: T.nav.network, position: data.position })]
    const selected = query.get('node')
    const panel = h('div.panel', { 'aria-live': 'polite' })
    if (selected) describe(panel, data, selected, query)
    const svg = draw(
      data,
      selected,
      node => names[node.type === 'process' ? 'processes' : 'institutions'].get(node.id)?.abbreviation,
    )
    return [
      h(
        'p.muted',
        T.network.summary(
          data.nodes.filter(node => node.type === 'institution').length,
          data.nodes.filter(node => node.type === 'process').length,
          data.edges.length,
          data.components.length,
        ),
      ),
      h(
        'ul.inline.key',
        h('li', sample('institution'), T.network.institution),
        h('li', sample('process'), T.network.process),
        h('li', T.network.size),
        h('li', T.network.dashed),
      ),
      h(
        'div.with-panel',
        h('div.scroll.graph', { role: 'group', 'aria-label': T.nav.network, tabindex: '0' }, svg),
        panel,
      ),
      section(
        'nodes',
        T.network.list,
        folded(() => nodeTable(data), T.network.asTable(data.nodes.length)),
      ),
      account({
        title: T.network.title(inWords(query.get('validAt') ?? today())),
        position: data.position,
        downloads: [
          [T.account.graphml, address('/v1/network.graphml', params)],
          [T.account.dot, address('/v1/network.dot', params)],
        ],
        drawing: () => svg,
      }),
    ]
  })
}

function sample(type) {
  return s(
    'svg',
    { width: 18, height: 18, viewBox: '0 0 18 18', 'aria-hidden': 'true' },
    type === 'institution'
      ? s('circle.institution', { cx: 9, cy: 9, r: 7 })
      : s('rect.process', { x: 2, y: 2, width: 14, height: 14, rx: 2 }),
  )
}

const radius = node => 5 + Math.sqrt(node.betweenness) * 34

function nodeTable(data) {
  return table(
    T.network.list,
    T.network.columns,
    [...data.nodes]
      .sort((a, b) => b.betweenness - a.betweenness || b.degree - a.degree)
      .map(node => [
        h('a', { href: withParams({ node: node.key }), 'data-stay': 'true' }, node.name),
        words(node.type),
        node.betweenness.toFixed(3),
        String(node.degree),
        badge('status', node.status),
      ]),
  )
}

/** Returns a number between 0 and 1 that depends on a text only, so that a layout can be repeated. */
function hash(text) {
  let value = 2166136261
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619)
  return (value >>> 0) / 4294967296
}

/** Computes a force-directed layout: linked nodes attract each other, all nodes repel each other. */
function layout(data) {
  const nodes = data.nodes.map(node => {
    const known = places.get(node.key)
    const angle = hash(node.key) * Math.PI * 2
    const distance = 120 + hash(`${node.key}!`) * 180
    return {
      node,
      x: known?.x ?? WIDTH / 2 + Math.cos(angle) * distance,
      y: known?.y ?? HEIGHT / 2 + Math.sin(angle) * distance,
      r: radius(node),
    }
  })
  const byKey = new Map(nodes.map(each => [each.node.key, each]))
  const edges = data.edges
    .map(edge => [byKey.get(`institution:${edge.institution}`), byKey.get(`process:${edge.process}`)])
    .filter(([a, b]) => a && b)
  const ideal = Math.sqrt((WIDTH * HEIGHT) / nodes.length) * 0.8
  const reach = ideal * 2.4
  const repel = (a, b) => {
    const x = a.x - b.x || 0.1
    const y = a.y - b.y || 0.1
    const between = Math.hypot(x, y)
    if (between > reach) return
    const force = (ideal * ideal) / (Math.max(between - a.r - b.r, 4) * between)
    a.dx += x * force
    a.dy += y * force
    b.dx -= x * force
    b.dy -= y * force
  }
  for (let step = 0; step < STEPS; step++) {
    for (const each of nodes) {
      each.dx = (WIDTH / 2 - each.x) * GRAVITY
      each.dy = (HEIGHT / 2 - each.y) * GRAVITY * (WIDTH / HEIGHT)
    }
    for (let i = 0; i < nodes.length; i++) for (let j = i + 1; j < nodes.length; j++) repel(nodes[i], nodes[j])
    for (const [a, b] of edges) {
      const x = b.x - a.x
      const y = b.y - a.y
      const force = Math.hypot(x, y) / ideal
      a.dx += x * force
      a.dy += y * force
      b.dx -= x * force
      b.dy -= y * force
    }
    const limit = 60 * (1 - step / STEPS) + 0.5
    for (const each of nodes) {
      const length = Math.hypot(each.dx, each.dy) || 1
      each.x = Math.min(Math.max(each.x + (each.dx / length) * Math.min(length, limit), 60), WIDTH - 60)
      each.y = Math.min(Math.max(each.y + (each.dy / length) * Math.min(length, limit), 30), HEIGHT - 40)
    }
  }
  return { nodes, byKey }
}

function draw(data, selected, abbreviation) {
  const before = new Map(places)
  const { nodes, byKey } = layout(data)
  nodes.forEach(each => places.set(each.node.key, { x: each.x, y: each.y }))
  const near = new Set(
    selected
      ? data.edges
          .filter(edge => `institution:${edge.institution}` === selected || `process:${edge.process}` === selected)
          .flatMap(edge => [`institution:${edge.institution}`, `process:${edge.process}`])
      : [],
  )
  const labelled = new Set(
    [...nodes]
      .sort((a, b) => b.node.betweenness - a.node.betweenness)
      .slice(0, 22)
      .map(each => each.node.key),
  )
  const edges = data.edges.map(edge => {
    const a = byKey.get(`institution:${edge.institution}`)
    const b = byKey.get(`process:${edge.process}`)
    const isNear = a.node.key === selected || b.node.key === selected
    return {
      a,
      b,
      line: s('line', {
        class: `edge ${edge.status}${isNear ? ' near' : ''}`,
        'stroke-width': Math.min(edge.weight, 4),
      }),
    }
  })
  const marks = nodes.map(each => {
    const { node, r } = each
    const label = `${node.name}, ${words(node.type)}, ${T.network.measures(node)}`
    each.element = s(
      'a',
      {
        href: withParams({ node: node.key }),
        'data-stay': 'true',
        class: `node ${node.status}${node.key === selected ? ' selected' : ''}${near.has(node.key) ? ' near' : ''}`,
        'aria-label': label,
      },
      s('title', label),
      node.type === 'institution'
        ? s('circle.institution', { r })
        : s('rect.process', { x: -r, y: -r, width: 2 * r, height: 2 * r, rx: 2 }),
      s(
        'text',
        {
          y: r + 12,
          'text-anchor': 'middle',
          class: labelled.has(node.key) || near.has(node.key) || node.key === selected ? 'always' : 'onfocus',
        },
        abbreviation(node) ?? shorten(node),
      ),
    )
    return each.element
  })
  const svg = s(
    'svg.net',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': T.network.drawing },
    edges.map(edge => edge.line),
    marks,
  )
  const place = part => {
    for (const each of nodes) {
      const from = before.get(each.node.key) ?? { x: WIDTH / 2, y: HEIGHT / 2 }
      each.px = from.x + (each.x - from.x) * part
      each.py = from.y + (each.y - from.y) * part
      each.element.setAttribute('transform', `translate(${each.px.toFixed(1)} ${each.py.toFixed(1)})`)
    }
    for (const { a, b, line } of edges) {
      line.setAttribute('x1', a.px.toFixed(1))
      line.setAttribute('y1', a.py.toFixed(1))
      line.setAttribute('x2', b.px.toFixed(1))
      line.setAttribute('y2', b.py.toFixed(1))
    }
  }
  const still = before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches
  place(still ? 1 : 0)
  if (!still) {
    const began = performance.now()
    const frame = now => {
      const part = Math.min(Math.max((now - began) / MOVE_MILLIS, 0), 1)
      place(1 - (1 - part) ** 3)
      if (part < 1) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
  return svg
}

const shorten = node => (node.name.length > 30 ? `${node.name.slice(0, 28)}…` : node.name)

function describe(panel, data, key, query) {
  const node = data.nodes.find(each => each.key === key)
  if (!node) return show(panel, empty(T.network.absent))
  const collection = node.type === 'institution' ? 'institutions' : 'processes'
  const edges = data.edges.filter(edge => (node.type === 'institution' ? edge.institution : edge.process) === node.id)
  const other = edge =>
    data.nodes.find(
      each =>
        each.key === (node.type === 'institution' ? `process:${edge.process}` : `institution:${edge.institution}`),
    )
  const ancestry = h('div')
  if (node.type === 'process')
    fillWith(
      ancestry,
      async () =>
        lineage(await get(`/v1/processes/${node.id}/lineage`, { knownAt: query.get('knownAt') }), node.id) ??
        h('p.muted', T.network.noLineage),
    )
  show(
    panel,
    h(
      'div.panel-head',
      h('h2', node.name),
      h('a.close', { href: withParams({ node: null }), 'data-stay': 'true', 'aria-label': T.close }, '✕'),
    ),
    h('p', badge('status', node.status), ' ', h('span.muted', T.network.measures(node))),
    node.lastAttested ? h('p.note', T.notConfirmed(inWords(node.lastAttested))) : null,
    h('p', h('a', { href: page(collection, node.id) }, T.coverage.open(node.name))),
    h('h3', node.type === 'institution' ? T.detail.participations : T.detail.whoTakesPart),
    h(
      'ul.plain',
      edges.map(edge =>
        h(
          'li',
          h('a', { href: withParams({ node: other(edge).key }), 'data-stay': 'true' }, other(edge).name),
          h('span.muted', ` ${edge.roles.map(words).join(', ')}`),
          edge.status === 'unconfirmed' ? [' ', badge('status', edge.status)] : null,
        ),
      ),
    ),
    ancestry,
  )
}
