// The page of one document.
import { get } from './api.js'
import { inWords, period } from './dates.js'
import { PAGES, plain } from './documents.js'
import { h, show } from './dom.js'
import { historySection } from './history.js'
import {
  account,
  badge,
  capital,
  citations,
  disagreements,
  fillWith,
  head,
  loading,
  partial,
  status,
  term,
  timeControls,
  timesInWords,
  words,
} from './parts.js'
import { state } from './router.js'
import { T } from './texts.js'

const PROFILES = { institutions: 'institution', processes: 'process', functions: 'function' }

export const nameOf = document => document.name ?? document.title ?? document.id

/** The page of one document. */
export async function detail(main, { isNew }) {
  const { view, id, query } = state()
  if (isNew || !main.querySelector('.document')) show(main, h('div.document', h('h1', { tabindex: '-1' }, capital(words(id))), loading()))
  const times = { validAt: query.get('validAt'), knownAt: query.get('knownAt') }
  await fillWith(main.querySelector('.document'), async () => {
    const isProfile = view in PROFILES
    const data = await get(isProfile ? `/v1/${view}/${id}/profile` : `/v1/${view}/${id}`, times)
    const document = isProfile ? data[PROFILES[view]] : data
    const parts = isProfile ? data : { position: null }
    const render = PAGES[view] ?? ((it, _, when) => plain(it, when))
    if (!document) return [head(id), partial(data.missing)]
    const sections = [
      disagreements(document, contested(view, data)),
      ...(await render(document, parts, times)),
      historySection(view, id),
    ]
      .flat(9)
      .filter(Boolean)
    return [
      head(
        document.abbreviation ? `${nameOf(document)} (${document.abbreviation})` : nameOf(document),
        null,
        h(
          'p.facts',
          h('span', T.singular[view] ?? words(view)),
          document.kind ? term(kindOf(view), document.kind) : null,
          document.standing ? badge('class', document.standing) : null,
          status(document),
          document.stage === 'proposed' ? term('Stage', 'proposed') : null,
          h(
            'span.muted',
            document.validity && (document.validity.from || document.validity.to || document.validity.lastAttested)
              ? period(document.validity)
              : '',
          ),
        ),
        document.status === 'unconfirmed' && document.validity?.lastAttested
          ? h('p.note', T.notConfirmed(inWords(document.validity.lastAttested)))
          : null,
        (document.summary ?? document.description) ? h('p.lead', document.summary ?? document.description) : null,
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
  return h(
    'nav.contents',
    { 'aria-label': T.detail.contents },
    h(
      'ul',
      sections.map(each => h('li', h('a', { href: `#${each.id}` }, each.querySelector('h2').textContent))),
    ),
  )
}

/** Returns the parts of a profile whose sources may disagree. */
function contested(view, { mandates, capacities, participations, meetings, outputs, lineage }) {
  if (view === 'institutions') return { mandates, capacities, participations }
  if (view === 'processes') return { participations, meetings, outputs, lineage }
  return view === 'functions' ? { mandates, capacities } : {}
}

function kindOf(view) {
  return {
    institutions: 'InstitutionKind',
    processes: 'ProcessKind',
    instruments: 'InstrumentKind',
    sources: 'SourceKind',
    outputs: 'OutputKind',
  }[view]
}
