// Pages of documents and lists of collections.
import { address, all, get } from './api.js'
import { end, inWords, isVague, period, start } from './dates.js'
import { h, s, show } from './dom.js'
import { historySection } from './history.js'
import {
  account, badge, capital, citations, disagreements, empty, fillWith, folded, head, link, links, page, partial, section, status, table, term, timeControls, timesInWords, words,
} from './parts.js'
import { mandateItem } from './coverage.js'
import { change, href, state } from './router.js'
import { T } from './texts.js'

const PROFILES = { institutions: 'institution', processes: 'process', functions: 'function' }

const PAGES = { institutions: institution, processes: process, functions: functionPage, sources: (it, _, when) => sourcePage(it, when) }

const nameOf = document => document.name ?? document.title ?? document.id

/** The page of one document. */
export async function detail(main, { isNew }) {
  const { view, id, query } = state()
  if (isNew || !main.querySelector('.document')) show(main, h('div.document'))
  const times = { validAt: query.get('validAt'), knownAt: query.get('knownAt') }
  await fillWith(main.querySelector('.document'), async () => {
    const isProfile = view in PROFILES
    const data = await get(isProfile ? `/v1/${view}/${id}/profile` : `/v1/${view}/${id}`, times)
    const document = isProfile ? data[PROFILES[view]] : data
    const parts = isProfile ? data : { position: null }
    const render = PAGES[view] ?? ((it, _, when) => plain(it, when))
    if (!document) return [head(id), partial(data.missing)]
    const sections = [disagreements(document, contested(view, data)), ...(await render(document, parts, times)), historySection(view, id)].flat(9).filter(Boolean)
    return [
      head(
        document.abbreviation ? `${nameOf(document)} (${document.abbreviation})` : nameOf(document),
        null,
        h('p.facts', h('span', T.singular[view] ?? words(view)), document.kind ? term(kindOf(view), document.kind) : null, document.standing ? badge('class', document.standing) : null, status(document), document.stage === 'proposed' ? term('Stage', 'proposed') : null, h('span.muted', document.validity && (document.validity.from || document.validity.to || document.validity.lastAttested) ? period(document.validity) : '')),
        document.status === 'unconfirmed' && document.validity?.lastAttested ? h('p.note', T.notConfirmed(inWords(document.validity.lastAttested))) : null,
        document.summary ?? document.description ? h('p.lead', document.summary ?? document.description) : null,
        view === 'mandates' || !document.text ? null : h('p.lead', document.text),
        citations(document.citations),
      ),
      h('div.controls', timeControls(), h('p.muted', timesInWords())),
      partial(data.missing),
      h('div.with-contents', contents(sections), h('div', sections)),
      account({
        title: nameOf(document),
        position: parts.position,
        downloads: isProfile ? [] : [[T.account.csv(T.nav[view] ?? capital(words(view))), `/v1/${view}.csv`]],
      }),
    ]
  })
}

/** Returns links to the sections of a page. */
function contents(sections) {
  return h('nav.contents', { 'aria-label': T.detail.contents }, h('ul', sections.map(each => h('li', h('a', { href: `#${each.id}` }, each.querySelector('h2').textContent)))))
}

/** Returns the parts of a profile whose sources may disagree. */
function contested(view, { mandates, capacities, participations, meetings, outputs, lineage }) {
  if (view === 'institutions') return { mandates, capacities, participations }
  if (view === 'processes') return { participations, meetings, outputs, lineage }
  return view === 'functions' ? { mandates, capacities } : {}
}

function kindOf(view) {
  return { institutions: 'InstitutionKind', processes: 'ProcessKind', instruments: 'InstrumentKind', sources: 'SourceKind', outputs: 'OutputKind' }[view]
}

// Drawings

/** Draws dated items as bars on one scale of years. */
function strips(label, items) {
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
        return s('g', s('rect.bar', { x: x(from), y: i * 24 + 4, width: Math.max(x(known) - x(from), 3), height: 16, rx: 3, class: isVague(item.validity.from) ? 'vague' : null }), item.validity.lastAttested ? s('rect.bar.unconfirmed', { x: x(known), y: i * 24 + 4, width: Math.max(x(last) - x(known), 0), height: 16, rx: 3 }) : null, s('text', { x: Math.min(x(from) + 6, 420), y: i * 24 + 16 }, item.label))
      }),
      [first, Math.round((first + last) / 2), Math.floor(last)].map((year, i) => s('text.tick', { x: x(year), y: height - 4, 'text-anchor': ['start', 'middle', 'end'][i] }, String(year))),
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
    points.map(point => s('circle.point', { cx: x(point.x), cy: y(point.y), r: 4 }, s('title', `${inWords(point.figure.asOf)}: ${number(point.figure)}`))),
    s('text', { x: 12, y: 140 }, inWords(points[0].figure.asOf)),
    s('text', { x: 468, y: 140, 'text-anchor': 'end' }, inWords(points.at(-1).figure.asOf)),
    s('text', { x: 468, y: Math.max(y(points.at(-1).y) - 8, 12), 'text-anchor': 'end' }, number(points.at(-1).figure)),
  )
}

function number(figure) {
  const qualifier = figure.qualifier && figure.qualifier !== 'exact' ? `${words(figure.qualifier)} ` : ''
  return `${qualifier}${figure.value.toLocaleString('en')} ${figure.unit ?? ''}`.trim()
}

function figures(document) {
  if (!document.figures?.length) return null
  const groups = new Map()
  document.figures.forEach(figure => groups.set(figure.measure, [...(groups.get(figure.measure) ?? []), figure]))
  const drawn = []
  const single = []
  for (const [measure, list] of groups) {
    const drawing = chart(words(measure), list)
    const rows = () => list.map(figure => [inWords(figure.asOf), number(figure), citations(figure.citations)])
    if (drawing) drawn.push(h('figure', h('figcaption', h('h3', capital(words(measure)))), drawing, folded(() => table(T.detail.figuresOf(words(measure)), T.detail.figureColumns, rows()), T.detail.values(list.length))))
    else single.push(...list.map(figure => [capital(words(measure)), inWords(figure.asOf), number(figure), citations(figure.citations)]))
  }
  return section('figures', T.detail.figures, h('div.figures', drawn), single.length > 0 ? table(T.detail.figures, T.detail.singleColumns, single) : null)
}

// Sections that several kinds of documents have

const SHOWN_REMARKS = 5

function remarks(document) {
  const items = (document.remarks ?? []).map(remark => h('div.item', h('p', remark.text), h('p.muted', remark.validity && (remark.validity.from || remark.validity.to) ? period(remark.validity) : ''), citations(remark.citations)))
  const rest = items.slice(SHOWN_REMARKS)
  return section('remarks', T.detail.remarks, items.slice(0, SHOWN_REMARKS), rest.length > 0 ? folded(() => h('div', rest), T.detail.moreRemarks(rest.length)) : null)
}

const argumentsOf = (id, title, list) => section(id, title, list?.length ? h('ul', list.map(each => h('li', each.text, citations(each.citations)))) : null)

const dated = (id, title, columns, list, row) => section(id, title, list?.length ? table(title, columns, list.map(item => [...row(item), period(item.validity), citations(item.citations)])) : null)

function timelineSection(items, filter) {
  if (!items?.length) return null
  const entry = item => h('li', h('span.date', inWords(item.date)), h('span', h('a', { href: page(item.collection, item.id) }, item.text ?? item.name)))
  return section('timeline', T.nav.timeline, h('ol.events', items.slice(0, 25).map(entry)), items.length > 25 ? folded(() => h('ol.events', items.slice(25).map(entry)), T.detail.moreEvents(items.length - 25)) : null, h('p', h('a', { href: href('timeline', null, filter) }, T.detail.inTimeline)))
}

/** Groups capacities by function or institution. */
function capacities(list, by, names) {
  return section('capacities', T.detail.capacities, (list ?? []).map(capacity => h('div.item', h('h3', link(by === 'function' ? 'functions' : 'institutions', capacity[by], names), ' ', status(capacity)), h('p', term('CapacityLevel', capacity.level), capacity.reason ? [' · ', term('AbsenceReason', capacity.reason)] : null, h('span.muted', ` ${period(capacity.validity)}`)), h('p', capacity.text), citations(capacity.citations))))
}

function institution(document, parts) {
  const { names } = parts
  const sorted = [...(parts.mandates ?? [])].sort(byStart)
  return [
    section('mandates', T.detail.mandates, sorted.length === 0 ? h('p.muted', T.detail.noMandates) : sorted.map(mandate => mandateItem(mandate, names))),
    capacities([...(parts.capacities ?? [])].sort((a, b) => a.function.localeCompare(b.function) || byStart(a, b)), 'function', names),
    section('coverage', T.nav.coverage, parts.coverage ? h('ul.inline', parts.coverage.functions.filter(each => each.cell).map(each => h('li', link('functions', each.id, names), ' ', badge('cell', each.cell.state)))) : null),
    section('names', T.detail.names, document.names.length > 0 ? [strips(T.detail.names, document.names.map(name => ({ ...name, label: name.value }))), table(T.detail.names, T.detail.nameColumns, document.names.map(name => [name.value, words(name.kind), period(name.validity), citations(name.citations)]))] : null),
    dated('holders', T.detail.officeHolders, T.detail.holderColumns, document.officeHolders, holder => [holder.name, holder.title]),
    dated('un-status', T.detail.unStatus, T.detail.statusColumns, document.unStatus, each => [term('UnStatusKind', each.status)]),
    dated('headquarters', T.detail.headquarters, T.detail.headquartersColumns, document.headquarters, each => [each.place, each.country]),
    dated('relations', T.detail.relations, T.detail.relationColumns, document.relations, each => [h('span', words(each.type), ' ', link('institutions', each.institution, names))]),
    figures(document),
    section('participations', T.detail.participations, parts.participations?.length ? table(T.detail.participations, T.detail.participationColumns, [...parts.participations].sort(byStart).map(each => [link('processes', each.process, names), term('ParticipationRole', each.role), period(each.validity), citations(each.citations)])) : null),
    section('instruments', T.detail.instruments, ['restsOn', 'supervises'].filter(name => parts.instruments?.[name]?.length).map(name => [h('h3', T.detail[name]), h('ul', parts.instruments[name].map(each => h('li', link('instruments', each.id, { instruments: { [each.id]: each.shortTitle ?? each.title } }), h('span.muted', ` ${each.adoption ? inWords(each.adoption.date) : ''}`))))])),
    remarks(document),
    section('identifiers', T.detail.identifiers, document.identifiers.length > 0 ? table(T.detail.identifiers, T.detail.identifierColumns, document.identifiers.map(each => [words(each.scheme), each.value, citations(each.citations)])) : null),
    timelineSection(parts.timeline, { institution: document.id }),
  ]
}

const byStart = (a, b) => (start(a.validity?.from) ?? 0) - (start(b.validity?.from) ?? 0)

const ROLES = ['chair', 'initiator', 'convenor', 'secretariat', 'facilitator', 'host', 'sponsor', 'member', 'observer', 'participant']

function process(document, parts) {
  const { names } = parts
  const groups = ROLES.map(role => [role, (parts.participations ?? []).filter(each => each.role === role).sort(byStart)]).filter(([, list]) => list.length > 0)
  return [
    section(
      'participations', T.detail.whoTakesPart,
      groups.map(([role, list]) => [h('h3', capital(words(role)), ' ', h('span.muted', `(${list.length})`)), table(words(role), T.detail.actorColumns, list.map(each => [each.institution ? link('institutions', each.institution, names) : `${each.actor.name} (${words(each.actor.kind)})`, period(each.validity), status(each), citations(each.citations)]))]),
    ),
    lineage(parts.lineage, document.id),
    section('meetings', T.detail.meetings, parts.meetings?.length ? table(T.detail.meetings, T.detail.meetingColumns, [...parts.meetings].sort(byStart).map(each => [h('a', { href: page('meetings', each.id) }, each.name), each.place ?? '', period(each.validity), each.theme ?? ''])) : null),
    section('outputs', T.detail.outputs, parts.outputs?.length ? h('ul', parts.outputs.map(each => h('li', h('a', { href: page('outputs', each.id) }, each.title), h('span.muted', ` ${period(each.validity)}`)))) : null),
    section('process-functions', T.nav.functions, document.functions.length > 0 ? h('p', links('functions', document.functions, names)) : null),
    argumentsOf('strengths', T.detail.strengths, document.strengths),
    argumentsOf('weaknesses', T.detail.weaknesses, document.weaknesses),
    document.normativity ? section('normativity', T.detail.normativity, h('p', term('NormativityLevel', document.normativity.level)), h('p', document.normativity.text), citations(document.normativity.citations)) : null,
    dated('open-to', T.detail.openTo, T.detail.openColumns, document.openTo, each => [words(each.who)]),
    dated('frequency', T.detail.frequency, T.detail.frequencyColumns, document.frequency, each => [each.text]),
    figures(document),
    remarks(document),
    timelineSection(parts.timeline, { process: document.id }),
  ]
}

/** Returns the section on predecessors and successors of a process. */
export function lineage(data, id) {
  if (!data || data.processes.length < 2) return null
  const name = each => data.processes.find(one => one.id === each)?.name ?? each
  return section(
    'lineage', T.detail.lineage,
    h('ol.lineage', [...data.processes].sort((a, b) => a.generation - b.generation).map(each => h('li', { class: each.id === id ? 'self' : null, 'aria-current': each.id === id ? 'true' : null }, h('a', { href: href('processes', each.id) }, each.name), h('span.muted', ` ${period(each.validity)}`)))),
    data.links.map(each => h('div.item', h('h3', `${name(each.predecessor)} → ${name(each.successor)}`), h('p', each.takenOver), citations(each.citations))),
  )
}

function functionPage(document, parts) {
  const { names } = parts
  const coverage = [...(parts.coverage?.functions ?? []), ...(parts.coverage?.setAside ?? [])].find(each => each.id === document.id)
  return [
    section('filled', T.detail.whoFills, coverage ? [h('p', badge('class', coverage.classification), ' ', T.detail.counts(coverage)), h('p', h('a', { href: href('coverage', null, {}) }, T.detail.inCoverage))] : null),
    argumentsOf('reason', T.detail.reason, document.reason ? [{ text: document.reason }] : null),
    section('mandates', T.detail.mandates, [...(parts.mandates ?? [])].sort(byStart).map(mandate => h('div', h('p.owner', link('institutions', mandate.institution, names)), mandateItem(mandate, names)))),
    capacities([...(parts.capacities ?? [])].sort((a, b) => a.institution.localeCompare(b.institution) || byStart(a, b)), 'institution', names),
    section('gaps', T.coverage.gaps, parts.gaps?.length ? h('ul', parts.gaps.map(gap => h('li', term('GapKind', gap.kind), gap.institution ? [': ', link('institutions', gap.institution, names)] : null))) : null),
    section('processes', T.nav.processes, parts.processes?.length ? h('ul', parts.processes.map(each => h('li', h('a', { href: href('processes', each.id) }, each.name), ' ', status(each)))) : null),
    section('reforms', T.nav.reforms, parts.policyOptions?.length ? h('ul', parts.policyOptions.map(each => h('li', h('a', { href: href('reforms', each.id) }, each.name)))) : null),
    timelineSection(parts.timeline, { function: document.id }),
  ]
}

const CITING = ['institutions', 'mandates', 'instruments', 'capacities', 'processes', 'participations', 'meetings', 'outputs', 'functions', 'policy-options']

async function sourcePage(document, times) {
  const facts = h('div')
  fillWith(facts, async () => {
    const found = await Promise.all(CITING.map(collection => all(`/v1/${collection}`, { source: document.id, ...times }, { quiet: true }).then(items => [collection, items], () => [collection, null])))
    const used = found.filter(([, items]) => items === null || items.length > 0)
    if (used.length === 0) return empty(T.detail.notCited)
    return used.map(([collection, items]) =>
      !Array.isArray(items)
        ? h('p.partial', T.partial.text(words(collection)))
        : h('details', { open: items.length < 8 }, h('summary', `${capital(words(collection))} (${items.length})`), h('ul', items.map(item => h('li', h('a', { href: page(collection, item.id) }, item.name ?? item.title ?? item.text ?? item.id))))),
    )
  })
  return [
    section(
      'bibliography', T.detail.bibliography,
      h('dl.facts-list', [
        [T.detail.publisher, document.publisher], [T.detail.published, document.published && inWords(document.published)], [T.detail.symbol, document.symbol],
        [T.detail.grade, document.grade && term('SourceGrade', document.grade)], [T.detail.url, document.url && h('a', { href: document.url, rel: 'noreferrer', target: '_blank' }, document.url)], [T.detail.note, document.note],
      ].filter(([, value]) => value).map(([name, value]) => h('div', h('dt', name), h('dd', value)))),
    ),
    section('cited', T.detail.citedBy, facts),
  ]
}

const REFERENCES = { institution: 'institutions', process: 'processes', function: 'functions', instrument: 'instruments', meeting: 'meetings', mandate: 'mandates', by: 'institutions', partOf: 'instruments', functions: 'functions' }
const SHOWN_ELSEWHERE = new Set(['id', 'status', 'version', 'recordedAt', 'name', 'title', 'abbreviation', 'kind', 'summary', 'description', 'validity', 'citations', 'figures', 'remarks', 'text', 'stage'])

/** Any other document: all its fields, with links and sources. */
function plain(document, times) {
  const { view } = state()
  const content = []
  if (view === 'mandates') {
    content.push(section('holder', T.detail.holder, h('p', link('institutions', document.institution))), section('mandate', T.detail.basisTitle, mandateItem(document)))
  } else {
    const rows = Object.entries(document).filter(([name, value]) => !SHOWN_ELSEWHERE.has(name) && value !== null && !(Array.isArray(value) && value.length === 0))
    content.push(section('fields', T.detail.fields, h('dl.facts-list', rows.map(([name, value]) => h('div', h('dt', capital(fieldName(name))), h('dd', field(name, value)))))))
  }
  if (view === 'instruments') {
    const mandates = h('div')
    fillWith(mandates, async () => {
      const list = await all('/v1/mandates', { instrument: document.id, ...times })
      return list.length === 0 ? empty(T.detail.noMandatesOfInstrument) : list.map(mandate => h('div', h('p.owner', link('institutions', mandate.institution)), mandateItem(mandate)))
    })
    content.push(section('mandates', T.detail.mandatesOfInstrument, mandates))
  }
  return [...content, figures(document), remarks(document)]
}

const fieldName = name => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()

function field(name, value) {
  if (Array.isArray(value)) return h('ul.plain', value.map(item => h('li', field(name, item))))
  if (typeof value === 'object') {
    const rest = Object.entries(value).filter(([key, member]) => member !== null && key !== 'citations' && key !== 'validity')
    return h('div', rest.map(([key, member], i) => [i > 0 ? ' · ' : '', rest.length > 1 ? h('span.muted', `${fieldName(key)}: `) : null, field(key, member)]), value.validity ? h('span.muted', ` ${period(value.validity)}`) : null, citations(value.citations))
  }
  if (name in REFERENCES) return link(REFERENCES[name], value)
  if (/^(date|dueOn|adoptedOn|inForceOn|asOf|published)$/.test(name)) return inWords(value)
  return typeof value === 'string' && /^[a-z]+(-[a-z]+)+$/.test(value) ? words(value) : String(value)
}

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
  show(main, head(T.nav[view], T.lists[view]), h('div.controls', timeControls(), h('div.row', h('label', { for: 'filter' }, T.filter), filter)), list)
  await fillWith(list, async () => {
    const fields = { sources: 'id,title,kind,status,publisher,published,grade', instruments: 'id,title,shortTitle,kind,status,validity', functions: 'id,name,description,standing,status,validity' }[view] ?? 'id,name,abbreviation,kind,status,validity'
    const params = { fields, validAt: query.get('validAt'), knownAt: query.get('knownAt') }
    const items = await all(`/v1/${view}`, params)
    const body = h('div')
    const draw = () => {
      const wanted = filter.value.trim().toLowerCase()
      const found = items.filter(item => `${nameOf(item)} ${item.abbreviation ?? ''} ${item.shortTitle ?? ''} ${item.publisher ?? ''}`.toLowerCase().includes(wanted))
      const groups = new Map()
      found.forEach(item => groups.set(KINDED.has(view) ? item.kind : item.standing ?? '', [...(groups.get(KINDED.has(view) ? item.kind : item.standing ?? '') ?? []), item]))
      show(
        body,
        h('p.muted', { role: 'status' }, T.count(found.length, items.length)),
        found.length === 0
          ? empty(T.noMatch)
          : [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([kind, group]) =>
              h('section', { 'aria-label': capital(words(kind || view)) }, kind ? h('h2.group', capital(words(kind)), ' ', h('span.muted', `(${group.length})`)) : null, h('ul.entries', group.sort((a, b) => nameOf(a).localeCompare(nameOf(b))).map(item => h('li', h('a', { href: href(view, item.id) }, nameOf(item)), item.abbreviation ? h('span.muted', ` ${item.abbreviation}`) : null, ' ', view === 'sources' ? h('span.muted', [item.publisher, item.published && inWords(item.published)].filter(Boolean).join(', ')) : [status(item), h('span.muted', ` ${item.validity && (item.validity.from || item.validity.to) ? period(item.validity) : ''}`)], item.description ? h('p', item.description) : null))),
              ),
            ),
      )
    }
    filter.addEventListener('input', draw)
    filter.addEventListener('change', () => change({ filter: filter.value || null }, { replace: true }))
    draw()
    return [body, account({ title: T.nav[view], downloads: [[T.account.csv(T.nav[view]), address(`/v1/${view}.csv`, { validAt: params.validAt, knownAt: params.knownAt })], [T.account.ndjson, address(`/v1/${view}.ndjson`, { validAt: params.validAt, knownAt: params.knownAt })]] })]
  })
}
