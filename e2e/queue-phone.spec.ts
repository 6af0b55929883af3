// On a phone the vote of the page before is told of at the foot, where it covers neither the page nor what is pressed next.
import type { Locator } from '@playwright/test'
import { untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { givenRecordings, heading, notice, openReview, silentOnesLast } from './queue-page'
import { expect, test } from './test'
import { untilPulled } from './until-pulled'

const [ADMIN, , REVIEWER] = MEMBERS

let installation: Installation
test.beforeAll(async () => {
  installation = await startInstallation()
  await untilPulled(installation.origin, await signInOverHttp(installation.origin, ADMIN, PASSWORD))
})
test.afterAll(() => installation.stop())

for (const width of [390, 320]) {
  test(`what became of the candidate before stands above the votes of a phone that is ${width} pixels wide`, async ({
    browser,
  }) => {
    const page = await browser.newPage({ baseURL: installation.origin, viewport: { width, height: 844 } })
    await givenRecordings(page, installation)
    await silentOnesLast(page, installation)
    await openReview(page, REVIEWER)
    const start = page.getByRole('button', { name: /^(Start|Go on)/ }).filter({ visible: true })
    await start.click()
    await expect(page).toHaveURL(/queue=1/)
    await untilPlayable(page)
    const name = await heading(page).innerText()
    const votes = page.getByRole('group', { name: 'Your vote' }).filter({ visible: true })
    await votes.getByRole('button', { name: 'Hire', exact: true }).click()
    await expect(heading(page)).not.toHaveText(name)
    await expect(notice(page)).toContainText(`Hire for ${name}`)

    const player = page.getByRole('region', { name: 'Player' })
    const said = await boxOf(notice(page))
    expect(said.top).toBeGreaterThanOrEqual((await boxOf(player)).top)
    expect(said.bottom).toBeLessThanOrEqual((await boxOf(votes)).top)
    for (const part of [votes, player.getByRole('button', { name: /^(Play|Pause)$/ }), notice(page)])
      await expect(part).toBeInViewport({ ratio: 1 })
    // What it took from the page the page has below.
    await page.getByRole('tab', { name: 'Transcript' }).click()
    await page.mouse.move(width / 2, 300)
    await page.mouse.wheel(0, 100_000)
    await expect
      .poll(async () => (await boxOf(page.locator('[data-segment]').last())).bottom)
      .toBeLessThanOrEqual((await boxOf(player)).top)
    await page.close()
  })
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return { top: box.y, bottom: box.y + box.height }
}
