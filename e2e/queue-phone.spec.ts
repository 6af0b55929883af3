// On a phone the vote of the page before is told of at the foot, where it covers neither the page nor what is pressed next.
import type { Locator } from '@playwright/test'
import { untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { givenRecordings, heading, idOf, notice, openReview, silentOnesLast } from './queue-page'
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
    const [id, name] = [idOf(page), await heading(page).innerText()]
    const votes = page.getByRole('group', { name: 'Your vote' }).filter({ visible: true })
    await votes.getByRole('button', { name: 'Hire', exact: true }).click()
    await expect(page).not.toHaveURL(new RegExp(`/candidates/${id}`))
    await expect(notice(page)).toContainText(`Hire for ${name}`)

    const player = page.getByRole('region', { name: 'Player' })
    const isBetween = async () => {
      const said = await boxOf(notice(page))
      return said.top >= (await boxOf(player)).top && said.bottom <= (await boxOf(votes)).top
    }
    await expect.poll(isBetween).toBe(true)
    for (const part of [votes, player.getByRole('button', { name: /^(Play|Pause)$/ }), notice(page)])
      await expect(part).toBeInViewport({ ratio: 1 })
    // What it took from the page the page has below.
    await page.getByRole('tab', { name: 'Transcript' }).click()
    await page.mouse.move(width / 2, 300)
    await page.mouse.wheel(0, 100_000)
    const isClear = async () => (await boxOf(page.locator('[data-segment]').last())).bottom <= (await boxOf(player)).top
    await expect.poll(isClear).toBe(true)
    await page.close()
  })
}

/** Nowhere while it is not drawn. */
async function boxOf(part: Locator) {
  const { y, height } = (await part.boundingBox()) ?? { y: NaN, height: NaN }
  return { top: y, bottom: y + height }
}
