// Operates the explorer in Chromium. Prints figures, what is wrong, and the totals.
//
//   node explorer.mjs <base URL> <access token> <folder for screenshots>
import { mkdirSync, readFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { checks } from './checks.mjs'
import { questions } from './questions.mjs'
import { views } from './views.mjs'

const [base, token, screenshots] = process.argv.slice(2)
const AXE = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const TABS = 3
const TIMEOUT = 60_000

let passed = 0
const failures = []

/** Opens a tab that reports errors of scripts, violations of the policy, and requests to other hosts. */
async function open(context) {
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  await page.setViewport({ width: 1400, height: 900 })
  const complaints = []
  page.on('pageerror', error => complaints.push(`error on the page: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url()))
      complaints.push(`request to another host: ${request.url()}`)
  })
  return {
    page,
    token,
    base,
    complaints,
    /** Opens a path and waits until nothing loads any more. */
    async visit(path) {
      await page.goto(base + path, { waitUntil: 'load' })
      await this.settled()
    },
    async settled() {
      await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.loading, [aria-busy]'))
    },
    /** Clicks a visible element whose text or name is given. */
    async click(selector, text) {
      const handle = await page.waitForFunction(
        (wanted, name) =>
          [...document.querySelectorAll(wanted)].find(
            each => (each.getAttribute('aria-label') ?? each.textContent).trim() === name && each.checkVisibility(),
          ),
        {},
        selector,
        text,
      )
      await handle.asElement().evaluate(element => element.scrollIntoView({ block: 'center' }))
      await handle.asElement().click()
      await this.settled()
    },
    text: selector => page.$eval(selector, element => element.innerText),
    async violations() {
      await page.evaluate(AXE)
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(
          each =>
            `${each.id} at ${each.nodes
              .slice(0, 3)
              .map(node => node.target.join(' '))
              .join(' | ')}`,
        )
      })
      return found
    },
    shot: (name, options) => page.screenshot({ path: `${screenshots}/${name}.png`, ...options }),
  }
}

/** Runs one check in a tab of its own. */
async function run(context, name, check) {
  const tab = await open(context)
  try {
    const figure = await check(tab)
    if (tab.complaints.length > 0) throw new Error(tab.complaints.join('\n  '))
    passed++
    if (figure) console.log(`${name}: ${figure}`)
  } catch (error) {
    failures.push(`${name}: ${error.message}`)
    await tab.shot(`failed-${name.replaceAll(/\W+/g, '-')}`).catch(() => {})
  }
  await tab.page.close()
}

mkdirSync(screenshots, { recursive: true })
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
try {
  // Times are measured before the tabs share the processor.
  const [first, ...others] = Object.entries(checks)
  await run(await browser.createBrowserContext(), ...first)
  const queue = [...Object.entries(views), ...Object.entries(questions), ...others]
  await Promise.all(
    Array.from({ length: TABS }, async () => {
      const context = await browser.createBrowserContext()
      while (queue.length > 0) await run(context, ...queue.shift())
    }),
  )
} finally {
  await browser.close()
}
failures.forEach(failure => console.log(failure))
console.log(`explorer: ${passed} passed, ${failures.length} failed`)
process.exitCode = passed > 0 && failures.length === 0 ? 0 : 1
