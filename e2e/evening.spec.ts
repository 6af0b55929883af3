import { untilAlive } from './alive'
import { rows } from './candidate-list'
import { browserCookies, signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { expect, test } from './test'

test('the demo has an evening’s work: twelve finished interviews of one flow, of which eleven play', async ({
  page,
}) => {
  const installation = await startInstallation({ sandboxOptions: ['--samples', 'none', '--evening'] })
  const { origin } = installation
  const cookie = await signInOverHttp(origin, MEMBERS[1], PASSWORD)
  await page.context().addCookies(browserCookies(cookie, origin))
  await page.goto(`${origin}/candidates?q=flow:breakfast&state=ready`)
  await untilAlive(page)
  await expect(async () => {
    await page.reload()
    await expect(rows(page)).toHaveCount(12, { timeout: 2_000 })
  }).toPass()
  await page.goto(`${origin}/candidates?q=flow:breakfast&recording=yes&sort=candidate`)
  await untilAlive(page)
  await expect(rows(page)).toHaveCount(11)

  await rows(page).first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aroha Tamihana' })).toBeVisible()
  const media = page.getByLabel('Recording', { exact: true })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => media.evaluate((element) => (element as HTMLMediaElement).currentTime)).toBeGreaterThan(1)
  await installation.stop()
})
