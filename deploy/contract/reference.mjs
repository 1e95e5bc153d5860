// Presses Execute on every read of the reference with the values that it fills in, and expects it to show success. A value is
// typed only where none can be known: the ids of a subscription and of its deliveries, which are created first.
//
//   node reference.mjs <base URL> <access token> [folder for screenshots]
import { mkdirSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const [base, token, screenshots] = process.argv.slice(2)
const authorization = { authorization: `Bearer ${token}` }
const BROWSERS = 2
const WAIT = { timeout: 60_000 }

async function send(method, path, body, headers = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { ...authorization, 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  })
  return response.json()
}

/** Creates a subscription with a delivery and returns their ids. */
async function subscribe() {
  const subscription = await send('POST', '/v1/subscriptions', {
    url: 'https://receiver.example/changes',
    filter: { streams: ['objective'] },
  })
  const objective = {
    name: 'Reference objective',
    text: `Recorded by the check of the reference on ${new Date().toISOString()}.`,
    rank: 9,
    citations: [{ source: 'newland-2004', locator: 'lines 659-663' }],
  }
  await send('PUT', `/v1/objectives/reference-${Date.now()}`, objective, { 'if-none-match': '*' })
  for (let attempt = 0; attempt < 100; attempt++) {
    const deliveries = await send('GET', `/v1/subscriptions/${subscription.id}/deliveries`)
    if (deliveries.items.length > 0) {
      return { id: subscription.id, delivery: deliveries.items[0].id }
    }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('The subscription has no delivery.')
}

/** Returns the paths of all reads of the description. */
async function reads() {
  const { paths } = await send('GET', '/openapi.json')
  return Object.keys(paths).filter(path => paths[path].get)
}

/** Opens the reference in a browser and enters the token. */
async function open(browser, complaints) {
  const [page] = await browser.pages()
  await page.setViewport({ width: 1200, height: 1600 })
  page.on('request', request => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) {
      complaints.add(`request to another host: ${request.url()}`)
    }
  })
  page.on('pageerror', error => complaints.add(`error on the page: ${error.message}`))
  await page.goto(`${base}/docs`, WAIT)
  await page.waitForSelector('.opblock-tag', WAIT)
  await click(await page.$('.auth-wrapper .authorize'))
  for (const input of await page.$$('.auth-container input')) {
    await input.type(token)
  }
  for (const button of await page.$$('.auth-btn-wrapper .authorize')) {
    await click(button)
  }
  await click(await page.$('.auth-btn-wrapper .btn-done'))
  return page
}

/** Clicks without moving the mouse, which is faster. */
const click = element => element.evaluate(node => node.click())

/** Opens and closes the group of a tag and executes its reads. Returns the status that the page shows for each path. */
async function executeGroup(page, tag, ids) {
  const statuses = new Map()
  const heading = await page.$(`.opblock-tag[data-tag="${tag}"]`)
  await click(heading)
  const group = (await heading.evaluateHandle(node => node.closest('.opblock-tag-section'))).asElement()
  await group.waitForSelector('.operation-tag-content', WAIT)
  for (const operation of await group.$$('.opblock-get')) {
    const path = await operation.$eval('[data-path]', node => node.dataset.path)
    statuses.set(path, await execute(page, operation, path, ids).catch(error => error.message))
  }
  await click(heading)
  return statuses
}

/** Executes one operation and returns the status that the page shows, with "Undocumented" where the description lacks it. */
async function execute(page, operation, path, ids) {
  const toggle = await operation.$('.opblock-summary-control')
  await click(toggle)
  await page.waitForFunction(key => ui.specSelectors.specResolvedSubtree(['paths', key, 'get']), WAIT, path)
  const button = await operation.waitForSelector('.execute', WAIT)
  if (path.startsWith('/v1/subscriptions/')) {
    for (const [name, value] of Object.entries(ids)) {
      const input = await operation.$(`tr[data-param-name="${name}"][data-param-in="path"] input`)
      await input?.type(value)
      await input?.evaluate(node => node.blur())
    }
  }
  await click(button)
  const cell = await operation.waitForSelector('.live-responses-table tbody .response-col_status', WAIT)
  const status = await cell.evaluate(node => node.innerText.trim())
  if (screenshots) {
    await operation.screenshot({ path: `${screenshots}/${path.replaceAll(/\W+/g, '-')}.png` })
  }
  await click(toggle)
  return status
}

if (screenshots) {
  mkdirSync(screenshots, { recursive: true })
}
// A browser for each tab: hidden tabs are not drawn.
const launch = () =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
const browsers = await Promise.all(Array.from({ length: BROWSERS }, launch))
const complaints = new Set()
const statuses = new Map()
try {
  const ids = await subscribe()
  const pages = await Promise.all(browsers.map(browser => open(browser, complaints)))
  if (screenshots) {
    await pages[0].screenshot({ path: `${screenshots}/docs.png` })
  }
  const tags = await pages[0].$$eval('.opblock-tag', nodes => nodes.map(node => node.dataset.tag))
  await Promise.all(
    pages.map(async page => {
      while (tags.length > 0) {
        const group = await executeGroup(page, tags.shift(), ids)
        group.forEach((status, path) => statuses.set(path, status))
      }
    }),
  )
  if (screenshots) {
    await pages[0].goto(`${base}/docs/model`)
    await pages[0].screenshot({ path: `${screenshots}/model.png`, fullPage: true })
  }
} finally {
  await Promise.all(browsers.map(browser => browser.close()))
}
let passed = 0
for (const path of await reads()) {
  const status = statuses.get(path) ?? 'not on the page'
  if (/^2\d\d$/.test(status)) {
    passed++
  } else {
    complaints.add(`GET ${path}: ${status}`)
  }
}
complaints.forEach(complaint => console.log(complaint))
console.log(`reference: ${passed} passed, ${complaints.size} failed`)
process.exitCode = passed > 0 && complaints.size === 0 ? 0 : 1
