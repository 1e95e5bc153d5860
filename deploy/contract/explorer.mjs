// Presses Execute on every read of the API explorer with the values that it fills in, and expects success. A value is typed only
// where none can be known: the ids of a subscription and of its deliveries, which are created first.
//
//   node explorer.mjs <base URL> <access token> [folder for screenshots]
import { mkdirSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const [base, token, screenshots] = process.argv.slice(2)
const authorization = { authorization: `Bearer ${token}` }
const WAIT = { timeout: 30_000 }

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
    name: 'Explorer objective',
    text: `Recorded by the check of the explorer on ${new Date().toISOString()}.`,
    rank: 9,
    citations: [{ source: 'newland-2004', locator: 'lines 659-663' }],
  }
  await send('PUT', `/v1/objectives/explorer-${Date.now()}`, objective, { 'if-none-match': '*' })
  for (let attempt = 0; attempt < 100; attempt++) {
    const deliveries = await send('GET', `/v1/subscriptions/${subscription.id}/deliveries`)
    if (deliveries.items.length > 0) {
      return { id: subscription.id, delivery: deliveries.items[0].id }
    }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('The subscription has no delivery.')
}

/** Opens the reference and enters the token. */
async function open(page) {
  await page.goto(`${base}/docs`)
  await page.waitForSelector('.opblock-tag', WAIT)
  await click(await page.$('.auth-wrapper .authorize'))
  for (const input of await page.$$('.auth-container input')) {
    await input.type(token)
  }
  for (const button of await page.$$('.auth-btn-wrapper .authorize')) {
    await click(button)
  }
  await click(await page.$('.auth-btn-wrapper .btn-done'))
}

/** Clicks without moving the mouse, which is faster. */
const click = element => element.evaluate(node => node.click())

/** Executes one operation and returns its path with the status of the response, if any. */
async function execute(page, block, ids) {
  const path = await block.$eval('[data-path]', node => node.dataset.path)
  const toggle = await block.$('.opblock-summary-control')
  await click(toggle)
  await block.waitForSelector('.execute', WAIT)
  if (path.startsWith('/v1/subscriptions/')) {
    for (const [name, value] of Object.entries(ids)) {
      const input = await block.$(`tr[data-param-name="${name}"][data-param-in="path"] input`)
      await input?.type(value)
    }
  }
  const start = path.split('{')[0]
  let response
  for (let attempt = 0; attempt < 3 && !response; attempt++) {
    const answer = page
      .waitForResponse(
        candidate => candidate.request().method() === 'GET' && new URL(candidate.url()).pathname.startsWith(start),
        { timeout: 5_000 },
      )
      .catch(() => undefined)
    await click(await block.waitForSelector('.execute', WAIT))
    response = await answer
  }
  await click(toggle)
  return { path, status: response?.status(), url: response?.url() }
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
let failed = 0
let passed = 0
try {
  const ids = await subscribe()
  const page = await browser.newPage()
  await page.setViewport({ width: 1200, height: 1600 })
  const foreign = new Set()
  page.on('request', request => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) {
      foreign.add(request.url())
    }
  })
  const messages = []
  page.on('pageerror', error => messages.push(error.message))
  await open(page)
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: `${screenshots}/docs.png` })
  }
  for (const tag of await page.$$('.opblock-tag')) {
    await click(tag)
    const section = await tag.evaluateHandle(node => node.closest('.opblock-tag-section'))
    await section.asElement().waitForSelector('.opblock', WAIT)
    for (const block of await section.asElement().$$('.opblock-get')) {
      const { path, status, url } = await execute(page, block, ids)
      if (status >= 200 && status < 300) {
        passed++
      } else {
        failed++
        console.log(`GET ${path}: ${status ?? 'not sent'} ${url ?? ''}`)
      }
    }
    await click(tag)
  }
  for (const url of foreign) {
    failed++
    console.log(`request to another host: ${url}`)
  }
  for (const message of messages) {
    failed++
    console.log(`error on the page: ${message}`)
  }
  if (screenshots) {
    await page.goto(`${base}/docs/model`)
    await page.screenshot({ path: `${screenshots}/model.png`, fullPage: true })
  }
} finally {
  await browser.close()
}
console.log(`explorer: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 50 ? 0 : 1
