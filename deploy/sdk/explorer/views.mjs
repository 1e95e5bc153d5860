// Every view of the explorer: wide and narrow, light and dark.

const PATHS = {
  start: '/',
  coverage: '/explorer/coverage?validAt=2004-12-31&cell=iom~coordination',
  comparison: '/explorer/coverage?validAt=2004-12-31&to=2018-12-31',
  timeline: '/explorer/timeline',
  'timeline-of-mandates': '/explorer/timeline?institution=iom&from=1985&to=2027',
  network: '/explorer/network?validAt=2018-12-31&node=process:global-migration-group',
  institutions: '/explorer/institutions?validAt=2004-12-31',
  institution: '/explorer/institutions/iom?validAt=2004-12-31',
  process: '/explorer/processes/hague-process',
  function: '/explorer/functions/coordination',
  instrument: '/explorer/instruments/iom-constitution',
  source: '/explorer/sources/newland-2004',
  mandate: '/explorer/mandates/iom-migration-services',
  reforms: '/explorer/reforms',
  reform: '/explorer/reforms/create-new-agency',
  compose: `/explorer/reforms/compose?operations=${encodeURIComponent('[{"type":"set-lead","institution":"iom","functions":["coordination"]}]')}`,
  search: '/explorer/search?q=migration',
  changes: '/explorer/changes',
  diff: '/explorer/diff?from=2004-12-31&to=2018-12-31',
}

const WIDTHS = { wide: { width: 1400, height: 900 }, narrow: { width: 390, height: 844 } }

async function check(tab, name, path) {
  const { page } = tab
  await tab.visit(path)
  // A busy machine may exceed the deadline of a response once.
  if (await page.$('.failure')) await tab.visit(path)
  if (await page.$('.failure')) throw new Error(await tab.text('.failure'))
  const problems = []
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewport(size)
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      // Contrast depends on the scheme, the layout on the width.
      if ((width === 'wide') === (scheme === 'light')) {
        problems.push(...(await tab.violations()).map(violation => `${width} and ${scheme}: ${violation}`))
      }
      await tab.shot(`${name}-${width}-${scheme}`)
    }
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (excess > 0) problems.push(`${width}: ${excess} pixels wider than the window`)
  }
  for (const part of ['.account .requests code', '.account .cite']) {
    if (!(await page.$(part))) problems.push(`no ${part}`)
  }
  if (problems.length > 0) throw new Error(problems.join('\n  '))
}

export const views = Object.fromEntries(
  Object.entries(PATHS).map(([name, path]) => [name, tab => check(tab, name, path)]),
)
