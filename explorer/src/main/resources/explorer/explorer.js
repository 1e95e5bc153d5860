// The frame of the explorer: navigation, search, and the view that the URL names.
import { allNames, beginRequests, sourceTitles } from './api.js'
import { h, show } from './dom.js'
import { changes, comparison, leave } from './changes.js'
import { coverage } from './coverage.js'
import { collection } from './collection.js'
import { detail } from './detail.js'
import { home } from './home.js'
import { network } from './network.js'
import { failure } from './parts.js'
import { reforms } from './reforms.js'
import { href, start, state } from './router.js'
import { searchBox, searchPage } from './search.js'
import { T } from './texts.js'
import { timeline } from './timeline.js'

const VIEWS = { home, coverage, timeline, network, reforms, changes, diff: comparison, search: searchPage }
const PLACES = ['coverage', 'timeline', 'network', 'institutions', 'processes', 'reforms', 'changes']
const MORE = ['functions', 'instruments', 'sources']

const main = h('main', { id: 'main', tabindex: '-1' })
const announcer = h('div.visually-hidden', { 'aria-live': 'polite' })
const navigation = h('nav', { 'aria-label': T.nav.label })
const search = searchBox()

function drawNavigation(view) {
  const item = name => h('li', h('a', { href: href(name), 'aria-current': view === name ? 'page' : null }, T.nav[name]))
  show(navigation, h('ul', PLACES.map(item), MORE.map(item)))
}

let shown = null

async function draw({ focus = true } = {}) {
  const { view, id } = state()
  const place = `${view}/${id ?? ''}`
  const isNew = place !== shown
  shown = place
  drawNavigation(view)
  beginRequests()
  leave()
  const make = VIEWS[view] ?? (id ? detail : collection)
  const restore = isNew ? () => {} : focusKeeper()
  try {
    const made = make(main, { isNew })
    restore()
    await made
    restore()
  } catch (error) {
    show(
      main,
      failure(error, () => draw()),
    )
  }
  const title = main.querySelector('h1')
  document.title = title && view !== 'home' ? `${title.textContent} – Mandate Atlas` : 'Mandate Atlas'
  if (isNew && focus && title) {
    if (document.activeElement && document.activeElement !== document.body) title.focus({ preventScroll: true })
    scrollTo(0, 0)
    announcer.textContent = document.title
  }
}

/** Returns a function that gives the focus to the element that replaces the one which has it now. */
function focusKeeper() {
  const active = document.activeElement
  if (!active || !main.contains(active) || active === main) return () => {}
  const label = element => element.id || (element.getAttribute('aria-label') ?? element.textContent)
  const [tag, name] = [active.tagName, label(active)]
  return () => {
    if (!document.activeElement || document.activeElement === document.body) {
      ;[...main.querySelectorAll(tag)].find(element => label(element) === name)?.focus({ preventScroll: true })
    }
  }
}

document.body.replaceChildren(
  h('a.skip', { href: '#main' }, T.skip),
  h('header.top', h('div.bar', h('a.brand', { href: '/' }, mark(), h('span', 'Mandate Atlas')), search), navigation),
  main,
  announcer,
  h(
    'footer',
    h(
      'p',
      T.footer.text,
      ' ',
      h('a', { href: '/docs/model' }, T.footer.model),
      ' · ',
      h('a', { href: '/docs' }, T.footer.docs),
      ' · ',
      h('a', { href: '/openapi' }, T.footer.openapi),
      ' · ',
      h('a', { href: '/v1/snapshot' }, T.footer.snapshot),
    ),
  ),
)

function mark() {
  return h('img', { src: '/atlas.svg', alt: '', width: 26, height: 26 })
}

start(draw)
draw({ focus: false }).then(() => {
  const idle = window.requestIdleCallback ?? (run => setTimeout(run, 300))
  idle(() => {
    allNames()
    sourceTitles()
  })
})
