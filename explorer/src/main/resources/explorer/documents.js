// What the page of each kind of document shows.
import { all } from './api.js'
import { inWords, period } from './dates.js'
import { h } from './dom.js'
import { figures, strips } from './drawings.js'
import {
  badge,
  capital,
  citations,
  empty,
  fillWith,
  link,
  links,
  page,
  section,
  status,
  table,
  term,
  words,
} from './parts.js'
import { href, state } from './router.js'
import { argumentsOf, byStart, capacities, dated, lineage, mandateItem, remarks, timelineSection } from './sections.js'
import { T } from './texts.js'

export const PAGES = {
  institutions: institution,
  processes: process,
  functions: functionPage,
  sources: (it, _, when) => sourcePage(it, when),
}

export function institution(document, parts) {
  const { names } = parts
  const sorted = [...(parts.mandates ?? [])].sort(byStart)
  return [
    section(
      'mandates',
      T.detail.mandates,
      sorted.length === 0 ? h('p.muted', T.detail.noMandates) : sorted.map(mandate => mandateItem(mandate, names)),
    ),
    capacities(
      [...(parts.capacities ?? [])].sort((a, b) => a.function.localeCompare(b.function) || byStart(a, b)),
      'function',
      names,
    ),
    section(
      'coverage',
      T.nav.coverage,
      parts.coverage
        ? h(
            'ul.inline',
            parts.coverage.functions
              .filter(each => each.cell)
              .map(each => h('li', link('functions', each.id, names), ' ', badge('cell', each.cell.state))),
          )
        : null,
    ),
    section(
      'names',
      T.detail.names,
      document.names.length > 0
        ? [
            strips(
              T.detail.names,
              document.names.map(name => ({ ...name, label: name.value })),
            ),
            table(
              T.detail.names,
              T.detail.nameColumns,
              document.names.map(name => [
                name.value,
                words(name.kind),
                period(name.validity),
                citations(name.citations),
              ]),
            ),
          ]
        : null,
    ),
    dated('holders', T.detail.officeHolders, T.detail.holderColumns, document.officeHolders, holder => [
      holder.name,
      holder.title,
    ]),
    dated('un-status', T.detail.unStatus, T.detail.statusColumns, document.unStatus, each => [
      term('UnStatusKind', each.status),
    ]),
    dated('headquarters', T.detail.headquarters, T.detail.headquartersColumns, document.headquarters, each => [
      each.place,
      each.country,
    ]),
    dated('relations', T.detail.relations, T.detail.relationColumns, document.relations, each => [
      h('span', words(each.type), ' ', link('institutions', each.institution, names)),
    ]),
    figures(document),
    section(
      'participations',
      T.detail.participations,
      parts.participations?.length
        ? table(
            T.detail.participations,
            T.detail.participationColumns,
            [...parts.participations]
              .sort(byStart)
              .map(each => [
                link('processes', each.process, names),
                term('ParticipationRole', each.role),
                period(each.validity),
                citations(each.citations),
              ]),
          )
        : null,
    ),
    section(
      'instruments',
      T.detail.instruments,
      ['restsOn', 'supervises']
        .filter(name => parts.instruments?.[name]?.length)
        .map(name => [
          h('h3', T.detail[name]),
          h(
            'ul',
            parts.instruments[name].map(each =>
              h(
                'li',
                link('instruments', each.id, { instruments: { [each.id]: each.shortTitle ?? each.title } }),
                h('span.muted', ` ${each.adoption ? inWords(each.adoption.date) : ''}`),
              ),
            ),
          ),
        ]),
    ),
    remarks(document),
    section(
      'identifiers',
      T.detail.identifiers,
      document.identifiers.length > 0
        ? table(
            T.detail.identifiers,
            T.detail.identifierColumns,
            document.identifiers.map(each => [words(each.scheme), each.value, citations(each.citations)]),
          )
        : null,
    ),
    timelineSection(parts.timeline, { institution: document.id }),
  ]
}

const ROLES = [
  'chair',
  'initiator',
  'convenor',
  'secretariat',
  'facilitator',
  'host',
  'sponsor',
  'member',
  'observer',
  'participant',
]

function process(document, parts) {
  const { names } = parts
  const groups = ROLES.map(role => [
    role,
    (parts.participations ?? []).filter(each => each.role === role).sort(byStart),
  ]).filter(([, list]) => list.length > 0)
  return [
    section(
      'participations',
      T.detail.whoTakesPart,
      groups.map(([role, list]) => [
        h('h3', capital(words(role)), ' ', h('span.muted', `(${list.length})`)),
        table(
          words(role),
          T.detail.actorColumns,
          list.map(each => [
            each.institution
              ? link('institutions', each.institution, names)
              : `${each.actor.name} (${words(each.actor.kind)})`,
            period(each.validity),
            status(each),
            citations(each.citations),
          ]),
        ),
      ]),
    ),
    lineage(parts.lineage, document.id),
    section(
      'meetings',
      T.detail.meetings,
      parts.meetings?.length
        ? table(
            T.detail.meetings,
            T.detail.meetingColumns,
            [...parts.meetings]
              .sort(byStart)
              .map(each => [
                h('a', { href: page('meetings', each.id) }, each.name),
                each.place ?? '',
                period(each.validity),
                each.theme ?? '',
              ]),
          )
        : null,
    ),
    section(
      'outputs',
      T.detail.outputs,
      parts.outputs?.length
        ? h(
            'ul',
            parts.outputs.map(each =>
              h(
                'li',
                h('a', { href: page('outputs', each.id) }, each.title),
                h('span.muted', ` ${period(each.validity)}`),
              ),
            ),
          )
        : null,
    ),
    section(
      'process-functions',
      T.nav.functions,
      document.functions.length > 0 ? h('p', links('functions', document.functions, names)) : null,
    ),
    argumentsOf('strengths', T.detail.strengths, document.strengths),
    argumentsOf('weaknesses', T.detail.weaknesses, document.weaknesses),
    document.normativity
      ? section(
          'normativity',
          T.detail.normativity,
          h('p', term('NormativityLevel', document.normativity.level)),
          h('p', document.normativity.text),
          citations(document.normativity.citations),
        )
      : null,
    dated('open-to', T.detail.openTo, T.detail.openColumns, document.openTo, each => [words(each.who)]),
    dated('frequency', T.detail.frequency, T.detail.frequencyColumns, document.frequency, each => [each.text]),
    figures(document),
    remarks(document),
    timelineSection(parts.timeline, { process: document.id }),
  ]
}

function functionPage(document, parts) {
  const { names } = parts
  const coverage = [...(parts.coverage?.functions ?? []), ...(parts.coverage?.setAside ?? [])].find(
    each => each.id === document.id,
  )
  return [
    section(
      'filled',
      T.detail.whoFills,
      coverage
        ? [
            h('p', badge('class', coverage.classification), ' ', T.detail.counts(coverage)),
            h('p', h('a', { href: href('coverage', null, {}) }, T.detail.inCoverage)),
          ]
        : null,
    ),
    argumentsOf('reason', T.detail.reason, document.reason ? [{ text: document.reason }] : null),
    section(
      'mandates',
      T.detail.mandates,
      [...(parts.mandates ?? [])]
        .sort(byStart)
        .map(mandate =>
          h('div', h('p.owner', link('institutions', mandate.institution, names)), mandateItem(mandate, names)),
        ),
    ),
    capacities(
      [...(parts.capacities ?? [])].sort((a, b) => a.institution.localeCompare(b.institution) || byStart(a, b)),
      'institution',
      names,
    ),
    section(
      'gaps',
      T.coverage.gaps,
      parts.gaps?.length
        ? h(
            'ul',
            parts.gaps.map(gap =>
              h(
                'li',
                term('GapKind', gap.kind),
                gap.institution ? [': ', link('institutions', gap.institution, names)] : null,
              ),
            ),
          )
        : null,
    ),
    section(
      'processes',
      T.nav.processes,
      parts.processes?.length
        ? h(
            'ul',
            parts.processes.map(each =>
              h('li', h('a', { href: href('processes', each.id) }, each.name), ' ', status(each)),
            ),
          )
        : null,
    ),
    section(
      'reforms',
      T.nav.reforms,
      parts.policyOptions?.length
        ? h(
            'ul',
            parts.policyOptions.map(each => h('li', h('a', { href: href('reforms', each.id) }, each.name))),
          )
        : null,
    ),
    timelineSection(parts.timeline, { function: document.id }),
  ]
}

const CITING = [
  'institutions',
  'mandates',
  'instruments',
  'capacities',
  'processes',
  'participations',
  'meetings',
  'outputs',
  'functions',
  'policy-options',
]

async function sourcePage(document, times) {
  const facts = h('div')
  fillWith(facts, async () => {
    const found = await Promise.all(
      CITING.map(collection =>
        all(`/v1/${collection}`, { source: document.id, ...times }, { quiet: true }).then(
          items => [collection, items],
          () => [collection, null],
        ),
      ),
    )
    const used = found.filter(([, items]) => items === null || items.length > 0)
    if (used.length === 0) return empty(T.detail.notCited)
    return used.map(([collection, items]) =>
      !Array.isArray(items)
        ? h('p.partial', T.partial.text(words(collection)))
        : h(
            'details',
            { open: items.length < 8 },
            h('summary', `${capital(words(collection))} (${items.length})`),
            h(
              'ul',
              items.map(item =>
                h('li', h('a', { href: page(collection, item.id) }, item.name ?? item.title ?? item.text ?? item.id)),
              ),
            ),
          ),
    )
  })
  return [
    section(
      'bibliography',
      T.detail.bibliography,
      h(
        'dl.facts-list',
        [
          [T.detail.publisher, document.publisher],
          [T.detail.published, document.published && inWords(document.published)],
          [T.detail.symbol, document.symbol],
          [T.detail.grade, document.grade && term('SourceGrade', document.grade)],
          [
            T.detail.url,
            document.url && h('a', { href: document.url, rel: 'noreferrer', target: '_blank' }, document.url),
          ],
          [T.detail.note, document.note],
        ]
          .filter(([, value]) => value)
          .map(([name, value]) => h('div', h('dt', name), h('dd', value))),
      ),
    ),
    section('cited', T.detail.citedBy, facts),
  ]
}

const REFERENCES = {
  institution: 'institutions',
  process: 'processes',
  function: 'functions',
  instrument: 'instruments',
  meeting: 'meetings',
  mandate: 'mandates',
  by: 'institutions',
  partOf: 'instruments',
  functions: 'functions',
}
const SHOWN_ELSEWHERE = new Set([
  'id',
  'status',
  'version',
  'recordedAt',
  'name',
  'title',
  'abbreviation',
  'kind',
  'summary',
  'description',
  'validity',
  'citations',
  'figures',
  'remarks',
  'text',
  'stage',
])

/** Any other document: all its fields, with links and sources. */
export function plain(document, times) {
  const { view } = state()
  const content = []
  if (view === 'mandates') {
    content.push(
      section('holder', T.detail.holder, h('p', link('institutions', document.institution))),
      section('mandate', T.detail.basisTitle, mandateItem(document)),
    )
  } else {
    const rows = Object.entries(document).filter(
      ([name, value]) => !SHOWN_ELSEWHERE.has(name) && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    content.push(
      section(
        'fields',
        T.detail.fields,
        h(
          'dl.facts-list',
          rows.map(([name, value]) => h('div', h('dt', capital(fieldName(name))), h('dd', field(name, value)))),
        ),
      ),
    )
  }
  if (view === 'instruments') {
    const mandates = h('div')
    fillWith(mandates, async () => {
      const list = await all('/v1/mandates', { instrument: document.id, ...times })
      return list.length === 0
        ? empty(T.detail.noMandatesOfInstrument)
        : list.map(mandate => h('div', h('p.owner', link('institutions', mandate.institution)), mandateItem(mandate)))
    })
    content.push(section('mandates', T.detail.mandatesOfInstrument, mandates))
  }
  return [...content, figures(document), remarks(document)]
}

const fieldName = name => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()

function field(name, value) {
  if (Array.isArray(value))
    return h(
      'ul.plain',
      value.map(item => h('li', field(name, item))),
    )
  if (typeof value === 'object') {
    const rest = Object.entries(value).filter(
      ([key, member]) => member !== null && key !== 'citations' && key !== 'validity',
    )
    return h(
      'div',
      rest.map(([key, member], i) => [
        i > 0 ? ' · ' : '',
        rest.length > 1 ? h('span.muted', `${fieldName(key)}: `) : null,
        field(key, member),
      ]),
      value.validity ? h('span.muted', ` ${period(value.validity)}`) : null,
      citations(value.citations),
    )
  }
  if (name in REFERENCES) return link(REFERENCES[name], value)
  if (/^(date|dueOn|adoptedOn|inForceOn|asOf|published)$/.test(name)) return inWords(value)
  return typeof value === 'string' && /^[a-z]+(-[a-z]+)+$/.test(value) ? words(value) : String(value)
}
