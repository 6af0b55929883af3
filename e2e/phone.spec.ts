import type { Locator } from '@playwright/test'
import { givenCandidatePage, mediaOf, openCandidate, untilPlayable } from './candidate-page'
import { openList } from './candidate-list'
import { MEMBERS } from './installation'
import { linger } from './linger'
import { shifted } from './shifted'
import { smallTargets, tooSmall } from './target-sizes'
import { expect, test } from './test'

test.use({ viewport: { width: 390, height: 844 } })

test('on a phone the player covers neither the end of the transcript nor the way back to it, and the tabs stay', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.mouse.move(200, 300)
  await page.mouse.wheel(0, 100_000)
  const follow = page.getByRole('button', { name: 'Follow' })
  await expect(follow).toBeVisible()
  const last = page.locator('[data-segment]').last()
  for (const covered of [follow, last]) {
    await expect
      .poll(async () => {
        const player = await page.getByRole('region', { name: 'Player' }).boundingBox()
        const box = await covered.boundingBox()
        return box && player ? box.y + box.height <= player.y : false
      })
      .toBe(true)
  }
  await expect(page.getByRole('tab', { name: 'Transcript', selected: true })).toBeInViewport({ ratio: 1 })
})

test('on a phone the transcript yields to the keys that scroll the window, wherever the focus is', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const follow = page.getByRole('button', { name: 'Follow' })
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(follow).toHaveCount(0)
  await page.keyboard.press('PageDown')
  await expect(follow).toBeVisible()
})

test('on a phone the transcript goes on following while another panel is scrolled', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('tab', { name: 'Questions' }).click()
  await page.mouse.move(200, 300)
  await page.mouse.wheel(0, 200)
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await expect(page.locator('[data-segment][aria-current=true]').first()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Follow' })).toHaveCount(0)
})

test('on a phone what is deleted can be brought back from wherever in the notes it was', async ({ page, shared }) => {
  await linger(page)
  await givenCandidatePage(page, shared)
  await page.getByRole('tab', { name: /Notes/ }).click()
  for (const number of Array.from({ length: 10 }).keys()) {
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByRole('textbox', { name: 'New note' }).fill(`Phone ${number}`)
    await page.getByRole('button', { name: 'Add note' }).click()
  }
  const last = page.getByRole('article').filter({ hasText: 'Phone 9' })
  await last.getByRole('button', { name: 'Delete' }).click()
  await expect(last).toHaveCount(0)
  await page.mouse.wheel(0, 100_000)
  await expect(page.getByRole('article').first()).not.toBeInViewport()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(last).toBeVisible()
})

test('who comes by a link sees the questions first, who comes from the list what they chose last, and nothing jumps', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  await page.getByRole('tab', { name: 'Scores' }).click()
  for (const [search, tab] of [
    ['', 'Questions'],
    ['?panel=summary', 'Summary'],
    ['?t=5', 'Scores'],
    ['?state=ready', 'Scores'],
  ] as const) {
    await openCandidate(page, id, search)
    await expect(page.getByRole('tab', { selected: true }), search).toHaveText(tab)
    expect(await shifted(page), search).toBe(0)
  }
  await openCandidate(page, id, '')
  await page.getByRole('tab', { name: 'Summary' }).click()
  await page.reload()
  await untilPlayable(page)
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Summary')

  await openList(page, shared, '/candidates')
  await page.locator(`a[data-row="${id}"]`).click()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Summary')
})

test('on a phone the player is drawn whole or not at all, so that it does not grow while a page is read', async ({
  page,
  shared,
}) => {
  const { id } = await givenCandidatePage(page, shared)
  const player = page.locator('[data-player]')
  await expect(player).toBeVisible()
  await page.route(`**/candidates/${id}?panel=summary`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const half = html.slice(0, html.indexOf('data-player-row="'))
    expect(half).toContain('data-player="')
    await route.fulfill({ response, body: half })
  })
  await page.goto(`/candidates/${id}?panel=summary`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(player).toBeAttached()
  await expect(player).toBeHidden()
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('a question plays wherever it is touched, its words open beneath it, and at its end the next one is offered', async ({
    page,
    shared,
  }) => {
    const { id } = await givenCandidatePage(page, shared)
    await openCandidate(page, id, '')
    const panel = page.getByRole('tabpanel', { name: 'Questions' })
    const row = (number: number) => panel.getByRole('listitem').nth(number - 1)
    const question = (await row(1).locator('p').first().textContent()) ?? ''
    await expect.poll(async () => (await row(1).boundingBox())?.height).toBeGreaterThanOrEqual(56)
    await touch(row(1).getByText(question).first())
    await expect(row(1).getByRole('button', { name: 'Pause answer 1', expanded: true })).toBeVisible()
    const words = await row(1).locator('p').allTextContents()
    const said = (await page.locator('[data-segment] p').allTextContents()).join('\n')
    expect(said).toContain(words.at(-1)?.split(': ').slice(1).join(': ') ?? '?')

    // Pressed again it pauses, and goes on from there.
    await touch(row(1).getByText(question).first())
    await expect(row(1).getByRole('button', { name: 'Play answer 1' })).toBeVisible()
    const { time } = await mediaOf(page)
    await touch(row(1).getByText(question).first())
    await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(time)

    const setRate = (to: number) =>
      page.getByLabel('Recording', { exact: true }).evaluate((media, rate) => {
        ;(media as HTMLMediaElement).playbackRate = rate
      }, to)
    // Faster than anybody listens, until the end; then so that the next answer is met while it plays.
    await setRate(16)
    await expect(row(1).getByRole('button', { name: 'Play answer 1' })).toBeVisible()
    const offer = row(1).getByRole('button', { name: /^Next: / })
    await expect(offer).toBeInViewport({ ratio: 1 })
    await setRate(1)
    await offer.tap()
    await expect(row(2).getByRole('button', { name: 'Pause answer 2', expanded: true })).toBeVisible()
    await expect(offer).toHaveCount(0)
  })

  test('every target of a review is as large as a finger, and nothing names a key', async ({ page, shared }) => {
    // At the first words, above which the transcript is cut off.
    const note = { id: crypto.randomUUID(), parentId: null, at: 0, quote: null, body: 'Well said', deleted: false }
    const written = { author: { id: 'me', email: 'me', name: null }, createdAt: '2026-11-25T12:00:00Z' }
    const notes = [{ ...note, ...written, editedAt: null, isMine: true }]
    await page.route('**/notes', (route) => route.fulfill({ json: { notes, mentionable: [] } }))
    await givenCandidatePage(page, shared)
    for (const panel of ['Transcript', 'Summary', 'Scores', 'Questions', 'Notes']) {
      await page.getByRole('tab', { name: panel }).tap()
      await expect.poll(() => smallTargets(page), panel).toEqual([])
    }
    await expect(page.getByText('Press C')).toBeHidden()
    await page.getByRole('button', { name: 'Add a note' }).tap()
    await expect(page.getByRole('textbox', { name: 'New note' })).toBeVisible()
    await expect.poll(() => smallTargets(page), 'writing').toEqual([])
    await page.getByRole('button', { name: 'Speed: 1×' }).tap()
    await expect(page.getByRole('menu')).toBeVisible()
    await expect.poll(() => smallTargets(page), 'menu').toEqual([])
  })
})

test('on a phone the bar says where one can go and no more; the menu has the rest, and all of it fits a finger', async ({
  page,
  shared,
  context,
}) => {
  await givenCandidatePage(page, shared, MEMBERS[0])
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const bar = page.getByRole('navigation', { name: 'Main' })
    await expect(bar).not.toContainText(/Up to date|Updated|Sign out/)
    const names = ['Review', 'Candidates', 'Compare', 'Menu']
    const targets = bar.locator('a, button')
    await expect(targets).toHaveText(names.map((name) => new RegExp(name)))
    await expect.poll(() => tooSmall(targets)).toEqual([])

    const menu = page.getByRole('dialog', { name: 'Menu' })
    await bar.getByRole('button', { name: 'Menu' }).click()
    await expect(menu).toContainText(/admin@example\.com[^]*admin[^]*(Up to date|Updated)/)
    await expect.poll(() => tooSmall(menu.locator('a, button'))).toEqual([])
    await expect(menu.getByRole('link', { name: 'Settings' })).toBeVisible()
    await menu.getByRole('button', { name: /^Jump to/ }).click()
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
  }
  const menuButton = page.getByRole('button', { name: /^Menu/ })
  await expect(menuButton).toHaveAccessibleName('Menu')
  await context.setOffline(true)
  await expect(menuButton).toHaveAccessibleName(/something needs a look/)
  await menuButton.click()
  await expect(page.getByRole('dialog', { name: 'Menu' })).toContainText(/Offline since \d/)
  await context.setOffline(false)
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
})

test('on a phone the candidate’s name stays in sight in one line, and the pager is for whoever came from the list', async ({
  page,
  shared,
}) => {
  const { id, name } = await givenCandidatePage(page, shared)
  await page.goto(`/candidates/${id}?t=60`)
  const heading = page.getByRole('heading', { level: 1, name })
  const pager = page.getByRole('navigation', { name: 'Candidates of this list' })
  await untilPlayable(page)
  await expect(page.locator('[data-segment="0"]')).not.toBeInViewport()
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(heading).toBeInViewport({ ratio: 1 })
    const header = () => page.getByRole('main').locator('header').boundingBox()
    await expect.poll(header).toMatchObject({ y: 0, height: expect.closeTo(44, 0) })
    await expect(page.getByRole('tab', { name: 'Transcript' })).toBeInViewport({ ratio: 1 })
    await expect(pager).toBeHidden()
  }

  await page.getByRole('main').getByRole('link', { name: 'Candidates', exact: true }).click()
  await page.locator('a[data-row]').first().click()
  await expect(pager).toBeVisible()
  await expect.poll(() => tooSmall(page.getByRole('main').locator('header a'))).toEqual([])
})

/** Where it is drawn, whatever lies over it. */
async function touch(shown: Locator) {
  await shown.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await shown.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await shown.page().touchscreen.tap(x + width / 2, y + height / 2)
}
