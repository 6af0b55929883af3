// What is news stands where it covers nothing of what is pressed next: the votes on a candidate's page, the ratings on a phone.
import type { Locator, Page } from '@playwright/test'
import { testOnItsOwn } from './own-installation'
import { adminSets, listOf, openNew } from './statuses'
import { expect } from './test'

const test = testOnItsOwn()

/** From the narrowest phone on, as low as a window beside others is. */
const SIZES = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1023, 768],
  [1024, 768],
  [1024, 420],
  [1200, 800],
  [1280, 720],
  [1440, 900],
] as const

/** As a recruiter whom a colleague was faster than: what is said of that stays until it is answered. */
async function openContested(page: Page, installation: Parameters<typeof openNew>[1]): Promise<Locator> {
  const [first] = await listOf(installation, 'state=ready&recording=yes&limit=1')
  const id = first?.id ?? ''
  await openNew(page, installation, `/candidates/${id}`)
  await adminSets(installation, id, 'on_hold')
  await page.getByRole('button', { name: /^Status: / }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Shortlisted' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'on hold' })
  await expect(notice).toBeVisible()
  return notice
}

/** What of these it lies over, by name; it may go to another place a moment after the window has another size. */
async function covered(notice: Locator, controls: Locator): Promise<string[]> {
  const of = await notice.boundingBox()
  const visible = await controls.filter({ visible: true }).all()
  if (!of || visible.length === 0) return [of ? 'no control is drawn' : 'the notice is not drawn']
  const found: string[] = []
  for (const control of visible) {
    const box = await control.boundingBox()
    const isBeside = !box || box.x >= of.x + of.width || box.x + box.width <= of.x
    const isAbove = !box || box.y >= of.y + of.height || box.y + box.height <= of.y
    if (!isBeside && !isAbove) found.push((await control.getAttribute('aria-label')) ?? (await control.innerText()))
  }
  return found
}

test('at every width a notice is in sight and lies over no control of the vote', async ({ page, installation }) => {
  const notice = await openContested(page, installation)
  const controls = page.getByRole('region', { name: 'Vote', exact: true }).locator('button, textarea')
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await expect(notice).toBeInViewport({ ratio: 1 })
    await expect.poll(() => covered(notice, controls), `at ${width}×${height}`).toEqual([])
  }
})

test('on a phone a notice that comes along to Compare lies over nothing that rates or plays', async ({
  page,
  installation,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const notice = await openContested(page, installation)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/\/compare/)
  const answer = page.getByRole('article', { name: /^Answer of / })
  await expect(answer).toBeVisible()
  await expect(notice).toBeInViewport({ ratio: 1 })
  await expect.poll(() => covered(notice, answer.locator('button:not([role=alert] *)'))).toEqual([])

  // What was rated is taken back where it was rated.
  const first = await answer.getByRole('heading').innerText()
  await answer.getByRole('button', { name: '4 of 5' }).click()
  await expect(answer.getByRole('heading')).not.toHaveText(first)
  const rated = page.getByRole('paragraph').filter({ hasText: `${first} rated 4` })
  await expect(rated).toBeInViewport({ ratio: 1 })
  await expect.poll(async () => (await rated.boundingBox())?.y).toBeGreaterThan(844 / 2)
  const rates = page.getByRole('group', { name: /^Rate / }).getByRole('button')
  await expect.poll(() => covered(rated, rates)).toEqual([])
})
