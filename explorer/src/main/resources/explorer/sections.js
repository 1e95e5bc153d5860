// Sections that the pages of several kinds of documents have.
import { get } from './api.js'
import { inWords, period, start } from './dates.js'
import { h } from './dom.js'
import { citations, folded, link, links, page, section, status, table, term } from './parts.js'
import { href } from './router.js'
import { T } from './texts.js'

const SHOWN_REMARKS = 5

export function remarks(document) {
  const items = (document.remarks ?? []).map(remark =>
    h(
      'div.item',
      h('p', remark.text),
      h('p.muted', remark.validity && (remark.validity.from || remark.validity.to) ? period(remark.validity) : ''),
      citations(remark.citations),
    ),
  )
  const rest = items.slice(SHOWN_REMARKS)
  return section(
    'remarks',
    T.detail.remarks,
    items.slice(0, SHOWN_REMARKS),
    rest.length > 0 ? folded(() => h('div', rest), T.detail.moreRemarks(rest.length)) : null,
  )
}

export const argumentsOf = (id, title, list) =>
  section(
    id,
    title,
    list?.length
      ? h(
          'ul',
          list.map(each => h('li', each.text, citations(each.citations))),
        )
      : null,
  )

export const dated = (id, title, columns, list, row) =>
  section(
    id,
    title,
    list?.length
      ? table(
          title,
          columns,
          list.map(item => [...row(item), period(item.validity), citations(item.citations)]),
        )
      : null,
  )

export function timelineSection(items, filter) {
  if (!items?.length) return null
  const entry = item =>
    h(
      'li',
      h('span.date', inWords(item.date)),
      h('span', h('a', { href: page(item.collection, item.id) }, item.text ?? item.name)),
    )
  return section(
    'timeline',
    T.nav.timeline,
    h('ol.events', items.slice(0, 25).map(entry)),
    items.length > 25
      ? folded(() => h('ol.events', items.slice(25).map(entry)), T.detail.moreEvents(items.length - 25))
      : null,
    h('p', h('a', { href: href('timeline', null, filter) }, T.detail.inTimeline)),
  )
}

/** Groups capacities by function or institution. */
export function capacities(list, by, names) {
  return section(
    'capacities',
    T.detail.capacities,
    (list ?? []).map(capacity =>
      h(
        'div.item',
        h('h3', link(by === 'function' ? 'functions' : 'institutions', capacity[by], names), ' ', status(capacity)),
        h(
          'p',
          term('CapacityLevel', capacity.level),
          capacity.reason ? [' · ', term('AbsenceReason', capacity.reason)] : null,
          h('span.muted', ` ${period(capacity.validity)}`),
        ),
        h('p', capacity.text),
        citations(capacity.citations),
      ),
    ),
  )
}

export const byStart = (a, b) => (start(a.validity?.from) ?? 0) - (start(b.validity?.from) ?? 0)

/** Returns the section on predecessors and successors of a process. */
export function lineage(data, id) {
  if (!data || data.processes.length < 2) return null
  const name = each => data.processes.find(one => one.id === each)?.name ?? each
  return section(
    'lineage',
    T.detail.lineage,
    h(
      'ol.lineage',
      [...data.processes]
        .sort((a, b) => a.generation - b.generation)
        .map(each =>
          h(
            'li',
            { class: each.id === id ? 'self' : null, 'aria-current': each.id === id ? 'true' : null },
            h('a', { href: href('processes', each.id) }, each.name),
            h('span.muted', ` ${period(each.validity)}`),
          ),
        ),
    ),
    data.links.map(each =>
      h(
        'div.item',
        h('h3', `${name(each.predecessor)} → ${name(each.successor)}`),
        h('p', each.takenOver),
        citations(each.citations),
      ),
    ),
  )
}

/** Returns a mandate with its legal basis. */
export function mandateItem(mandate, names) {
  return h(
    'div.item',
    h('h3', h('a', { href: href('mandates', mandate.id) }, mandate.title), ' ', status(mandate)),
    h('p', mandate.text),
    h(
      'p.basis',
      h('span.label', T.detail.basis),
      ' ',
      term('Authority', mandate.authority),
      mandate.instrument ? [': ', instrument(mandate.instrument)] : null,
      mandate.provision ? `, ${mandate.provision}` : null,
      mandate.force ? [' · ', term('LegalForce', mandate.force)] : null,
    ),
    h(
      'p.muted',
      period(mandate.validity),
      mandate.functions?.length ? [' · ', links('functions', mandate.functions, names)] : null,
    ),
    mandate.earlierHolders?.length
      ? h(
          'p',
          h('span.label', T.detail.earlierHolders),
          ' ',
          mandate.earlierHolders.map((holder, i) => [
            i > 0 ? '; ' : '',
            link('institutions', holder.institution, names),
            ` (${period(holder.validity)})`,
          ]),
        )
      : null,
    mandate.limits?.length
      ? h(
          'div',
          h('span.label', T.detail.limits),
          h(
            'ul.limits',
            mandate.limits.map(limit => h('li', limit.text, citations(limit.citations))),
          ),
        )
      : null,
    citations(mandate.citations),
  )
}

export function instrument(id) {
  const anchor = h('a', { href: href('instruments', id) }, id)
  get(`/v1/instruments/${id}`, {}, { quiet: true }).then(
    found => (anchor.textContent = found.shortTitle ?? found.title),
    () => {},
  )
  return anchor
}
