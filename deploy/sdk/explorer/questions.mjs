// Six questions, answered by clicking from the start page.
import assert from 'node:assert/strict'

const MOST_CLICKS = 4

/** Returns a check that clicks its way from the start page and looks at the answer. */
function question(clicks, answer) {
  return async tab => {
    assert.ok(clicks.length <= MOST_CLICKS)
    await tab.visit('/')
    for (const [selector, text] of clicks) await tab.click(selector, text)
    await answer(tab)
    return `${clicks.length} clicks`
  }
}

const menu = text => ['nav a', text]
const chip = text => ['a.chip', text]
const entry = text => ['main a', text]

export const questions = {
  'What did IOM do in 2004, and on what legal basis?': question(
    [menu('Coverage'), chip('2004'), entry('International Organization for MigrationIOM')],
    async tab => {
      assert.match(await tab.text('h1'), /International Organization for Migration/)
      assert.match(tab.page.url(), /validAt=2004-12-31/)
      assert.match(await tab.text('#mandates'), /Legal basis: constitution/)
      assert.match(await tab.text('#capacities'), /Provision of services/)
    },
  ),
  'Which functions did nobody fill?': question([menu('Coverage'), chip('2004')], async tab => {
    const gaps = await tab.text('.classes > div')
    assert.match(gaps, /gap/)
    assert.match(gaps, /Coordination/)
    assert.doesNotMatch(gaps, /Provision of services/)
  }),
  'Who chaired the Global Migration Group in March 2007?': question(
    [menu('Processes'), entry('Global Migration Group')],
    async tab => {
      const chairs = await tab.page.$$eval('[aria-label="chair"] tbody tr', rows => rows.map(row => row.innerText))
      const then = chairs.filter(row => /January 2007 to June 2007/.test(row))
      assert.equal(then.length, 1)
      assert.match(then[0], /International Organization for Migration/)
    },
  ),
  'What changed between 2004 and 2018?': question([menu('Coverage'), chip('Compare 2004 and 2018')], async tab => {
    assert.match(await tab.text('h1'), /between 31 December 2004 and 31 December 2018/)
    assert.match(await tab.text('.summary'), /\d+ cells changed/)
    assert.ok((await tab.page.$$('.cell.changed')).length > 20)
  }),
  'What would a new agency have changed?': question([menu('Reforms'), entry('Create a new agency')], async tab => {
    assert.match(await tab.text('#simulation'), /Gaps closed/)
    assert.ok((await tab.page.$$('.trace > li')).length > 3)
  }),
  'Where do sources disagree on the Hague Process?': question(
    [menu('Processes'), entry('The Hague Process on Refugees and Migration')],
    async tab => {
      const text = await tab.text('#disagreements')
      assert.match(text, /established in 1998/)
      assert.match(text, /launched in 1999/)
    },
  ),
}
