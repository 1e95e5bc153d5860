// Size and time of the first view, deep links, both times, the keyboard, live changes, and failures.
import assert from 'node:assert/strict'

const MOST_BYTES = 300 * 1024
const LOADS = 3
const INSTITUTIONS = 200

/** Answers requests for a path by a function of the original response. */
async function replace(page, path, answer) {
  await page.setRequestInterception(true)
  const handler = async request => {
    if (new URL(request.url()).pathname !== path) return request.continue()
    request.respond(await answer(request))
  }
  page.on('request', handler)
  return async () => {
    page.off('request', handler)
    await page.setRequestInterception(false)
  }
}

const json = (status, body) => ({ status, contentType: 'application/json', body: JSON.stringify(body) })

const original = (tab, request) =>
  fetch(request.url().replace(/^https?:\/\/[^/]+/, tab.base), { headers: { accept: 'application/json' } }).then(
    response => response.json(),
  )

export const checks = {
  async 'first view'(tab) {
    const session = await tab.page.createCDPSession()
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', event => (bytes += event.encodedDataLength))
    const times = []
    for (let i = 0; i < LOADS; i++) {
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      bytes = 0
      const began = Date.now()
      await tab.visit('/explorer/coverage?validAt=2004-12-31')
      times.push(Date.now() - began)
    }
    assert.ok(bytes > 0 && bytes <= MOST_BYTES, `${bytes} bytes`)
    return `${Math.round(bytes / 1024)} KB compressed with its data, usable after ${times.sort((a, b) => a - b)[1]} ms (median of ${LOADS}, without cache)`
  },

  async 'files are cached by their hash'(tab) {
    const scripts = []
    tab.page.on('response', response => response.url().includes('/explorer/assets/') && scripts.push(response))
    await tab.visit('/')
    assert.ok(scripts.length > 5)
    for (const response of scripts) {
      assert.match(response.url(), /\/explorer\/assets\/[0-9a-f]{16}\//)
      assert.match(response.headers()['cache-control'], /immutable/)
    }
  },

  async 'a selection has a URL'(tab) {
    await tab.visit('/explorer/coverage?validAt=2004-12-31')
    await tab.page.click('button.cell[data-key="iom~coordination"]')
    await tab.settled()
    assert.match(tab.page.url(), /cell=iom(~|%7E)coordination/)
    await tab.visit(tab.page.url().slice(tab.base.length))
    assert.equal(await tab.text('#cell-title'), 'IOM – Coordination')
    assert.match(await tab.text('#cell'), /Legal basis: constitution/)
    await tab.click('.close', 'Close')
    assert.equal(await tab.text('#cell'), '')
    await tab.page.goBack()
    await tab.page.waitForSelector('#cell-title')
  },

  async 'both times select'(tab) {
    await tab.visit('/explorer/institutions/iom?validAt=1960-01-01')
    assert.match(await tab.text('h1'), /Intergovernmental Committee for European Migration/)
    await tab.visit('/explorer/institutions/iom?knownAt=2000-01-01T00:00:00Z')
    assert.match(await tab.text('.failure'), /Not found/)
    await tab.visit('/explorer/coverage?validAt=2004-12-31&knownAt=2000-01-01T00:00:00Z')
    assert.match(await tab.text('.coverage-body'), /No institution has a mandate/)
    assert.match(await tab.text('.cite'), /as recorded on 1 January 2000/)
  },

  async 'dates are chosen by the keyboard'(tab) {
    await tab.visit('/explorer/coverage?validAt=2004-12-31')
    await tab.page.focus('#slider-validAt')
    await tab.page.keyboard.press('ArrowRight')
    await tab.page.waitForFunction(() => location.search.includes('validAt=2005-12-31'))
    await tab.settled()
    assert.equal(await tab.page.evaluate(() => document.activeElement.id), 'slider-validAt')
  },

  async 'the map is operated by the keyboard'(tab) {
    await tab.visit('/explorer/coverage?validAt=2004-12-31')
    await tab.page.focus('button.cell[tabindex="0"]')
    await tab.page.keyboard.press('ArrowRight')
    await tab.page.keyboard.press('ArrowDown')
    const key = await tab.page.evaluate(() => document.activeElement.dataset.key)
    await tab.page.keyboard.press('Enter')
    await tab.settled()
    assert.equal(new URL(tab.page.url()).searchParams.get('cell'), key)
    assert.equal(await tab.page.evaluate(() => document.activeElement.dataset.key), key)
  },

  async 'suggestions are operated by the keyboard'(tab) {
    await tab.visit('/')
    await tab.page.type('#q', 'global migration g')
    // Those for a part of the words may be shown before.
    await tab.page.waitForSelector('#suggestions:not([hidden]) li:first-child[data-href$="/global-migration-group"]')
    await tab.page.keyboard.press('ArrowDown')
    await tab.page.keyboard.press('Enter')
    await tab.page.waitForFunction(() => location.pathname.endsWith('/global-migration-group'))
    await tab.settled()
    assert.match(await tab.text('h1'), /Global Migration Group/)
  },

  async 'changes arrive live'(tab) {
    await tab.visit('/explorer/changes')
    // A page in the background draws no frames, at which conditions are tested otherwise.
    const polling = { polling: 100 }
    await tab.page.waitForFunction(() => document.querySelector('#live').innerText.includes('Connected'), polling)
    const name = `Objective of ${Date.now()}`
    await fetch(`${tab.base}/v1/objectives/live-${Date.now()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${tab.token}`, 'content-type': 'application/json', 'if-none-match': '*' },
      body: JSON.stringify({
        name,
        text: 'Written by the check of the explorer.',
        rank: 9,
        citations: [{ source: 'newland-2004', locator: 'lines 659-663' }],
      }),
    })
    await tab.page.waitForFunction(wanted => document.querySelector('.live').innerText.includes(wanted), polling, name)
  },

  async 'versions are compared'(tab) {
    const id = `versions-${Date.now()}`
    const headers = { authorization: `Bearer ${tab.token}`, 'content-type': 'application/json' }
    const document = {
      name: 'Two versions',
      text: 'The first version.',
      rank: 9,
      citations: [{ source: 'newland-2004', locator: 'lines 659-663' }],
    }
    const first = await fetch(`${tab.base}/v1/objectives/${id}`, {
      method: 'PUT',
      headers: { ...headers, 'if-none-match': '*' },
      body: JSON.stringify(document),
    })
    const second = await fetch(`${tab.base}/v1/objectives/${id}`, {
      method: 'PUT',
      headers: { ...headers, 'if-match': first.headers.get('etag') },
      body: JSON.stringify({ ...document, text: 'The second version.' }),
    })
    assert.equal(second.status, 200)
    await tab.visit(`/explorer/objectives/${id}`)
    assert.match(await tab.text('#history'), /The first version\.\s+The second version\./)
  },

  async 'a reform is composed'(tab) {
    await tab.visit('/explorer/reforms/compose')
    await tab.page.select('#operation', 'set-lead')
    await tab.page.select('#operation-institution', 'iom')
    await tab.page.click('[name="functions"][value="coordination"]')
    await tab.page.click('.composer button[type="submit"]')
    await tab.page.waitForSelector('.trace li')
    assert.match(await tab.text('.trace'), /designated lead/)
    assert.match(tab.page.url(), /operations=/)
  },

  async 'a failure is explained and tried again'(tab) {
    const restore = await replace(tab.page, '/v1/coverage', () =>
      json(503, { title: 'Unavailable', status: 503, detail: 'The service is unavailable.' }),
    )
    await tab.visit('/explorer/coverage?validAt=2004-12-31')
    assert.match(await tab.text('.failure'), /503[^]*unavailable/)
    assert.deepEqual(await tab.violations(), [])
    await restore()
    await tab.click('.failure button', 'Try again')
    await tab.page.waitForSelector('table.matrix')
  },

  async 'missing parts are named'(tab) {
    await replace(tab.page, '/v1/institutions/iom/profile', async request => {
      const profile = await original(tab, request)
      return json(200, {
        ...profile,
        capacities: null,
        coverage: null,
        missing: [
          {
            part: 'capacities',
            service: 'functions-service',
            collections: ['capacities'],
            problem: null,
            lastGood: null,
          },
        ],
      })
    })
    await tab.visit('/explorer/institutions/iom?validAt=2004-12-31')
    assert.match(await tab.text('.partial'), /capacities/)
    assert.match(await tab.text('#mandates'), /Legal basis/)
    assert.deepEqual(await tab.violations(), [])
  },

  async 'a coverage of 200 institutions'(tab) {
    await replace(tab.page, '/v1/coverage', async request => {
      const coverage = await original(tab, request)
      const ids = Array.from({ length: INSTITUTIONS }, (_, i) => `institution-${i}`)
      const [cell] = coverage.functions[0].cells
      for (const each of [...coverage.functions, ...coverage.setAside])
        each.cells = ids.map(institution => ({ ...cell, institution, capacities: [], mandates: [] }))
      const all = coverage.functions.map(each => each.id)
      coverage.institutions = ids.map(id => ({
        id,
        name: id,
        abbreviation: null,
        unStatus: null,
        breadth: all.length,
        mandated: all,
        performed: all,
        unconfirmed: [],
      }))
      return json(200, coverage)
    })
    await tab.visit('/explorer/coverage?validAt=2004-12-31')
    assert.equal((await tab.page.$$('.matrix tbody tr')).length, INSTITUTIONS)
    const millis = await tab.page.evaluate(async () => {
      const began = performance.now()
      document.querySelector('.matrix tbody tr:nth-child(100) button').click()
      await new Promise(resolve => {
        const wait = () => (document.querySelector('#cell h2') ? requestAnimationFrame(resolve) : setTimeout(wait))
        wait()
      })
      return performance.now() - began
    })
    assert.ok(millis < 2000, `${Math.round(millis)} ms`)
    return `a selection is shown after ${Math.round(millis)} ms`
  },
}
