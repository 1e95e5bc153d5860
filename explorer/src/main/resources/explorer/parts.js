// Parts that all views share: states, terms, sources, times, and the account of where the data comes from.
import * as api from './api.js'
import { inWords, instant, period, today } from './dates.js'
import { h, show } from './dom.js'
import { change, href, state, withParams } from './router.js'
import { TERMS } from './terms.js'
import { T } from './texts.js'

/** Returns a value of the vocabulary in words: `mandated-only` is "mandated only". */
export const words = value => T.values[value] ?? String(value).replaceAll('-', ' ')

/** Returns a word with a capital letter. */
export const capital = text => (text ? text[0].toUpperCase() + text.slice(1) : '')

/** Returns a value with its meaning, which a click or the keyboard opens. */
export function term(vocabulary, value, label) {
  const meaning = TERMS[vocabulary]?.[value]
  if (!meaning) return h('span', label ?? words(value))
  return h('details.term', h('summary', label ?? words(value)), h('span.meaning', { role: 'note' }, meaning))
}

/** Returns a badge; its shape and letter say what its color says. */
export function badge(kind, value, label) {
  const sign = T.signs[value]
  return h(
    `span.badge.${kind}-${value}`,
    sign ? h('span.sign', { 'aria-hidden': 'true' }, sign) : null,
    label ?? words(value),
  )
}

/** Returns the status of a document as a badge. */
export const status = document => (document.status ? badge('status', document.status) : null)

export const loading = (text = T.loading) =>
  h('div.loading', { role: 'status' }, h('span.spinner', { 'aria-hidden': 'true' }), text)

export const empty = (text, ...more) => h('div.empty', h('p', text), more)

/** Returns the account of a failure, with a way to try again. */
export function failure(error, retry) {
  const known = error instanceof api.ApiError
  if (!known) console.error(error)
  const title = !known
    ? T.errors.page
    : error.status === 0
      ? T.errors.unreachable
      : error.status === 404
        ? T.errors.notFound
        : T.errors.refused(error.status)
  return h(
    'div.failure',
    { role: 'alert' },
    h('h2', title),
    h('p', known && error.status > 0 ? error.message : T.errors.advice),
    known ? h('p', h('code', error.url)) : null,
    known && error.status === 404 && (state().query.has('validAt') || state().query.has('knownAt'))
      ? h('p', h('a', { href: withParams({ validAt: null, knownAt: null }) }, T.errors.otherTime))
      : null,
    retry ? h('button', { type: 'button', onclick: () => (api.forget(), retry()) }, T.retry) : null,
  )
}

/** Returns the notice that parts of a response are missing; null if none are. */
export function partial(missing) {
  if (!missing || missing.length === 0) return null
  return h(
    'div.partial',
    { role: 'status' },
    h('strong', T.partial.title),
    ' ',
    T.partial.text(missing.map(part => words(part.part ?? part.service)).join(', ')),
    ' ',
    h('button', { type: 'button', onclick: () => (api.forget(), change({}, { replace: true })) }, T.retry),
  )
}

/** Makes the title of a failure that of the page if it has no other. */
function titled(element) {
  const title = element.querySelector('.failure h2')
  if (!document.querySelector('h1')) title?.replaceWith(h('h1', { tabindex: '-1' }, title.textContent))
}

/** Fills an element with what a promise gives, showing that it loads and why it failed. */
export async function fillWith(element, produce) {
  const began = (element.turn = (element.turn ?? 0) + 1)
  if (element.childElementCount === 0) show(element, loading())
  element.setAttribute('aria-busy', 'true')
  try {
    const content = await produce()
    if (element.turn === began) show(element, content)
  } catch (error) {
    if (element.turn === began) {
      show(
        element,
        failure(error, () => fillWith(element, produce)),
      )
      titled(element)
    }
  }
  if (element.turn === began) element.removeAttribute('aria-busy')
  return element
}

const VIEWS = new Set([
  'institutions',
  'processes',
  'functions',
  'instruments',
  'sources',
  'mandates',
  'capacities',
  'participations',
  'meetings',
  'outputs',
  'objectives',
  'governance-models',
])

/** Returns the URL of the page of a document. */
export function page(collection, id, params) {
  return collection === 'policy-options'
    ? href('reforms', id, params)
    : VIEWS.has(collection)
      ? href(collection, id, params)
      : `/v1/${collection}/${id}`
}

/** Returns a link to a document, by its name where it is known. */
export function link(collection, id, names) {
  const known = names?.[collection]
  const name = known instanceof Map ? known.get(id)?.name : known?.[id]
  const anchor = h('a', { href: page(collection, id) }, name ?? id)
  if (!name && ['institutions', 'functions', 'processes'].includes(collection)) {
    api.allNames().then(all => all[collection].has(id) && (anchor.textContent = all[collection].get(id).name))
  }
  return anchor
}

/** Returns links, separated by commas. */
export const links = (collection, ids, names) => ids.map((id, i) => [i > 0 ? ', ' : '', link(collection, id, names)])

function source(citation) {
  const anchor = h('a', { href: page('sources', citation.source) }, citation.source)
  api.sourceTitles().then(titles => {
    const known = titles.get(citation.source)
    if (known) anchor.textContent = known.title
  })
  return h(
    'li',
    { class: citation.stance },
    citation.stance === 'contradicts' ? h('strong.contradicts', `${T.signs.contradicts} ${T.contradictsLabel}`) : null,
    anchor,
    citation.locator ? h('span.locator', `, ${citation.locator}`) : null,
    citation.statedValue ? h('span.stated', ` ${T.states} “${citation.statedValue}”`) : null,
  )
}

/** Returns sources: those that support are folded, those that contradict are always visible. */
export function citations(list) {
  if (!list || list.length === 0) return null
  const against = list.filter(citation => citation.stance === 'contradicts')
  const others = list.filter(citation => citation.stance !== 'contradicts')
  return h(
    'div.citations',
    against.length > 0 ? h('ul.against', against.map(source)) : null,
    others.length > 0 ? folded(() => h('ul', others.map(source)), T.sourcesCount(others.length)) : null,
  )
}

/** Returns a disclosure whose content is made when it is opened first. */
export function folded(produce, ...summary) {
  const details = h('details', h('summary', summary))
  details.addEventListener('toggle', () => details.childElementCount < 2 && details.append(produce()), { once: true })
  return details
}

/** Returns all places in a document that a source contradicts, with the value that the registry holds. */
export function contradictions(document, place = []) {
  const found = []
  if (Array.isArray(document)) {
    document.forEach(item => found.push(...contradictions(item, place)))
  } else if (document && typeof document === 'object') {
    const against = (document.citations ?? []).filter(citation => citation?.stance === 'contradicts')
    if (against.length > 0) {
      found.push({
        place,
        item: document,
        against,
        supporting: document.citations.filter(citation => citation.stance !== 'contradicts'),
      })
    }
    for (const [name, value] of Object.entries(document)) {
      if (name !== 'citations') found.push(...contradictions(value, [...place, name]))
    }
  }
  return found
}

function stated(item) {
  return item.text ?? item.title ?? item.value ?? item.name ?? item.takenOver ?? item.summary ?? ''
}

/** Returns the section on contradicting sources. */
export function disagreements(...documents) {
  const all = documents.flatMap(document => contradictions(document))
  return h(
    `section.disagreements${all.length === 0 ? '.none' : ''}`,
    { id: 'disagreements', 'aria-labelledby': 'disagreements-title' },
    h('h2', { id: 'disagreements-title' }, T.disagreements.title),
    all.length === 0
      ? h('p', T.disagreements.none)
      : [
          h('p', T.disagreements.text(all.length)),
          h(
            'ul.plain',
            all.map(({ place, item, against, supporting }) =>
              h(
                'li.disagreement',
                h(
                  'p',
                  h('span.label', place.length > 0 ? capital(words(place.at(-1))) : T.disagreements.document),
                  ' ',
                  stated(item),
                ),
                item.validity ? h('p.muted', `${T.disagreements.registry} ${period(item.validity)}`) : null,
                citations([...against, ...supporting]),
              ),
            ),
          ),
        ],
  )
}

/** Returns a section with a heading; null if it has no content. */
export function section(id, title, ...content) {
  const present = content.flat(9).filter(part => part !== null && part !== undefined && part !== false && part !== '')
  if (present.length === 0) return null
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), present)
}

/** Returns a table in a region that scrolls. */
export function table(label, columns, rows) {
  return h(
    'div.scroll',
    { role: 'group', 'aria-label': label, tabindex: '0' },
    h(
      'table',
      h(
        'thead',
        h(
          'tr',
          columns.map(column => h('th', { scope: 'col' }, column)),
        ),
      ),
      h(
        'tbody',
        rows.map(row =>
          h(
            'tr',
            row.map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', cell))),
          ),
        ),
      ),
    ),
  )
}

const FIRST_YEAR = 1919
const LAST_YEAR = 2026

/** Returns a slider over the years with an exact date. `name` is the parameter that it sets. */
export function dateSlider(name, label, value, others = {}) {
  const year = Number((value || today()).slice(0, 4))
  const exact = h('input', {
    type: 'date',
    value: value || today(),
    min: '1900-01-01',
    max: '2035-12-31',
    'aria-label': T.time.exact(label),
  })
  const output = h('output', String(year))
  const slider = h('input', {
    type: 'range',
    min: FIRST_YEAR,
    max: LAST_YEAR,
    step: 1,
    value: year,
    'aria-label': label,
    'aria-valuetext': String(year),
    id: `slider-${name}`,
  })
  slider.addEventListener('input', () => {
    output.textContent = slider.value
    slider.setAttribute('aria-valuetext', slider.value)
  })
  slider.addEventListener('change', () => change({ ...others, [name]: `${slider.value}-12-31` }))
  exact.addEventListener('change', () => exact.value && change({ ...others, [name]: exact.value }))
  return h('div.slider', h('label', { for: `slider-${name}` }, label), slider, output, exact)
}

/** Returns quick choices of a date. */
export function datePresets(name, value, fallback = null) {
  return h(
    'div.presets',
    { role: 'group', 'aria-label': T.time.presets },
    T.time.years
      .map(([year, label, title]) => [fallback ? (year ?? today()) : year, label, title])
      .map(([date, label, title]) =>
        h(
          'a.chip',
          {
            href: withParams({ [name]: date }),
            'aria-current': (value || fallback || '') === (date || '') ? 'true' : null,
            title,
            'data-stay': 'true',
          },
          label,
        ),
      ),
  )
}

/** Returns the choice of both times. `fallback` is the date that applies if none is chosen. */
export function timeControls({ valid = true, fallback = null } = {}) {
  const { query } = state()
  const validAt = query.get('validAt')
  const knownAt = query.get('knownAt')
  const input = h('input', {
    type: 'datetime-local',
    step: 1,
    value: knownAt ? knownAt.slice(0, 19) : '',
    id: 'known-at',
  })
  input.addEventListener('change', () =>
    change({ knownAt: input.value ? `${input.value.length === 16 ? `${input.value}:00` : input.value}Z` : null }),
  )
  const known = h(
    'details.known',
    { open: Boolean(knownAt) },
    h('summary', knownAt ? T.time.knownAt(instant(knownAt)) : T.time.knownNow),
    h(
      'div.row',
      h('label', { for: 'known-at' }, T.time.knownLabel),
      input,
      knownAt ? h('a.chip', { href: withParams({ knownAt: null }), 'data-stay': 'true' }, T.time.latest) : null,
    ),
    h('p.muted', T.time.knownHelp),
  )
  return h(
    'div.times',
    { role: 'group', 'aria-label': T.time.group },
    valid ? dateSlider('validAt', T.time.validLabel, validAt ?? fallback) : null,
    h('div.row.spread', valid ? datePresets('validAt', validAt, fallback) : null, known),
  )
}

/** Returns the dates of the view in words. */
export function timesInWords(query = state().query) {
  const validAt = query.get('validAt')
  return `${validAt ? T.time.on(inWords(validAt)) : T.time.allTimes}${query.get('knownAt') ? `, ${T.time.asKnown(instant(query.get('knownAt')))}` : ''}`
}

function copyButton(text) {
  const button = h('button.small', { type: 'button' }, T.copy)
  button.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(text()).catch(() => {})
    button.textContent = T.copied
    setTimeout(() => (button.textContent = T.copy), 2000)
  })
  return button
}

function command({ method, url, body }) {
  const full = location.origin + url
  return method === 'GET'
    ? `curl '${full}'`
    : `curl -X ${method} '${full}' -H 'Content-Type: application/json' -d '${body}'`
}

/** Returns the account of a view: requests, downloads and citation. */
export function account({ title, position = null, downloads = [], drawing = null }) {
  const { query } = state()
  const knownAt = query.get('knownAt') ?? api.now()
  const cited = location.origin + withParams({ knownAt })
  const citation = T.account.citation({
    title,
    validAt: query.get('to')
      ? T.fromTo(inWords(query.get('validAt') ?? query.get('from') ?? today()), inWords(query.get('to')))
      : query.get('validAt')
        ? inWords(query.get('validAt'))
        : null,
    knownAt: instant(knownAt),
    position,
    url: cited,
  })
  const saves = drawing
    ? [h('button.link', { type: 'button', onclick: () => saveDrawing(drawing(), title) }, T.account.svg)]
    : []
  const files = downloads.map(([label, url]) => h('a', { href: url, download: true }, label))
  return h(
    'section.account',
    { 'aria-labelledby': 'account-title' },
    h('h2', { id: 'account-title' }, T.account.title),
    h('h3', T.account.requests),
    h(
      'ul.plain.requests',
      api.requests().map(each =>
        h(
          'li',
          h('span.method', each.method),
          ' ',
          each.method === 'GET' ? h('a', { href: each.url }, h('code', each.url)) : h('code', each.url),
          ' ',
          copyButton(() => command(each)),
        ),
      ),
    ),
    files.length + saves.length > 0
      ? [
          h('h3', T.account.downloads),
          h(
            'ul.inline',
            [...files, ...saves].map(item => h('li', item)),
          ),
        ]
      : null,
    h('h3', T.account.cite),
    h(
      'p.cite',
      citation,
      ' ',
      copyButton(() => citation),
    ),
  )
}

const DRAWN = [
  'fill',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
]

/** Saves a drawing as a file that does not depend on the stylesheet. */
function saveDrawing(svg, title) {
  const copy = svg.cloneNode(true)
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, i) => {
    const style = getComputedStyle(original)
    for (const name of DRAWN) copies[i].setAttribute(name, style.getPropertyValue(name))
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }))
  h('a', { href: url, download: `${title.toLowerCase().replaceAll(/\W+/g, '-')}.svg` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Returns the head of a page. */
export function head(title, lead, ...more) {
  return h('header.head', h('h1', { tabindex: '-1' }, title), lead ? h('p.lead', lead) : null, more)
}
