import { once } from 'node:events'
import type { Page, Route } from '@playwright/test'
import { givenCandidatePage, mediaOf, restoreWords } from './candidate-page'
import { expect, test } from './test'

test('the keys stay the player’s after the mouse was used', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Forward 10 seconds' }).click()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => mediaOf(page).then(({ time }) => time)).toBeCloseTo(15, 1)
  await page.getByRole('slider', { name: 'Position in the recording' }).click()
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('the panel that a wide screen shows is the one whose tab is chosen', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Summary')
  await expect(page.getByRole('tabpanel', { name: 'Summary' })).toBeVisible()
  await page.getByRole('tab', { selected: true }).press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Scores', selected: true })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Scores' })).toBeVisible()
})

test('by keyboard alone an utterance is selected, its words are acted on, and the way leads back', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  const segment = page.locator('[data-segment="2"]')
  await page.locator('[data-segment="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(segment).toBeFocused()
  await page.keyboard.press('s')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(bar).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(bar.getByRole('button', { name: 'Play' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(segment).toBeFocused()
})

test('what is copied by keyboard says so where the focus stays, and correcting leads back to the utterance', async ({
  page,
  shared,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await givenCandidatePage(page, shared)
  const segment = page.locator('[data-segment="3"]')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await segment.focus()
  await page.keyboard.press('s')
  await bar.getByRole('button', { name: 'Copy quote' }).press('Enter')
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeFocused()
  await expect(bar.getByRole('button', { name: 'Copy quote' })).toBeVisible()

  await bar.getByRole('button', { name: 'Correct' }).press('Enter')
  await page.keyboard.type('What was really said here')
  await page.keyboard.press('Enter')
  await expect(segment).toContainText('What was really said here')
  await expect(bar).toBeHidden()
  await expect(segment).toBeFocused()
  await restoreWords(segment)
  await expect(segment).not.toContainText('What was really said here')
})

test('who goes on to something else while a correction is saved stays there', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const held: Route[] = []
  await page.route(/\/corrections\//, (route) => void held.push(route), { times: 1 })
  const segment = page.locator('[data-segment="4"]')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await segment.focus()
  await page.keyboard.press('s')
  await bar.getByRole('button', { name: 'Correct' }).press('Enter')
  await page.keyboard.type('Saved behind one’s back')
  await page.keyboard.press('Enter')
  const find = page.getByLabel('Find in transcript')
  await find.focus()
  await expect.poll(() => held.length).toBe(1)
  await held[0]?.continue()
  await expect(segment).toContainText('Saved behind one’s back')
  await expect(bar).toBeHidden()
  await expect(find).toBeFocused()
  await restoreWords(segment)
  await expect(segment).not.toContainText('Saved behind one’s back')
})

test('keys mean the same on a layout without Latin letters, and what an input method takes opens nothing', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  const press = (init: Record<string, string | number | boolean>) =>
    page.evaluate((event) => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }))
    }, init)
  await press({ key: 'л', code: 'KeyK' })
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await press({ key: '.', code: 'Slash' })
  await expect(page.getByLabel('Find in transcript')).toBeFocused()
  await press({ key: 'л', code: 'KeyK', ctrlKey: true })
  const palette = page.getByRole('dialog', { name: 'Jump to' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  // As Safari sends the key that ends a composition.
  for (const key of ['Enter', 'Escape']) {
    await press({ key, code: key, keyCode: 229 })
    await expect(palette).toBeVisible()
  }
  await press({ key: 'Escape', code: 'Escape' })
  await expect(palette).toBeHidden()
})

test('whatever of the room a pointer pressed last, Space is the player’s and presses nothing', async ({
  page,
  shared,
}) => {
  // One that no other test writes, to reply to, edit and delete.
  const note = { id: crypto.randomUUID(), parentId: null, at: 5, quote: null, body: 'Well said', deleted: false }
  const written = { author: { id: 'me', email: 'me' }, createdAt: '2026-11-25T12:00:00Z', editedAt: null, isMine: true }
  await page.route('**/notes', (route) =>
    route.fulfill({ json: { notes: [{ ...note, ...written }], mentionable: [] } }),
  )
  await page.route('**/notes/*', (route) => route.abort())
  await givenCandidatePage(page, shared)
  await page.evaluate(() => (window.print = () => {}))
  const floating = page.locator('[role=dialog], [role=menu]')
  const paused = async () => (await mediaOf(page)).paused
  const rest = async () => {
    await page.getByLabel('Recording', { exact: true }).evaluate((media) => (media as HTMLMediaElement).pause())
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  }
  const pressed: string[] = []
  for (const panel of ['Summary', 'Scores', 'Questions', 'Notes']) {
    await page.getByRole('tab', { name: panel }).click()
    await rest()
    for (const control of await controlsOf(page)) {
      if (pressed.includes(control.name)) continue
      if (!control.isTab) await page.getByRole('tab', { name: panel }).click()
      await rest()
      const found = page.locator(control.selector, { hasText: control.text }).filter({ visible: true }).first()
      // What another press has taken away, as an Undo that is over.
      if ((await found.count()) === 0) continue
      const opens = await found.getAttribute('aria-haspopup')
      await found.click()
      // It takes the focus, and hears keys from then on.
      if (opens) await expect(page.locator(':is([role=dialog], [role=menu]):focus-within').first()).toBeVisible()
      const chosen = page.getByRole('menuitemradio', { checked: true })
      if (await chosen.count()) await chosen.click()
      // Out of the dialog, of a menu without a choice, or of the field that took the focus.
      else await page.keyboard.press('Escape')
      await expect(floating).toHaveCount(0)
      const before = await paused()
      await page.keyboard.press(' ')
      await expect.poll(paused, `Space after ${control.name}`).toBe(!before)
      await expect(floating).toHaveCount(0)
      pressed.push(control.name)
    }
  }
  for (const name of ['Play answer 1', 'Speed: 1×', 'Listen to: Whole interview', 'Keys', 'Reply', 'Questions'])
    expect(pressed).toContain(name)
})

test('a control that Tab came to keeps Space, also when a pointer pressed another one before', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.keyboard.press('l')
  await page.keyboard.press('l')
  await page.getByRole('slider', { name: 'Position in the recording' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Back 10 seconds' })).toBeFocused()
  await page.keyboard.press(' ')
  await expect.poll(async () => (await mediaOf(page)).time).toBeCloseTo(10, 0)
  expect((await mediaOf(page)).paused).toBe(true)
})

test('the list of keys opens on every page, but not where somebody writes', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  const list = page.getByRole('heading', { name: 'Keys' })
  const goTo = async (place: string) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible()
  }
  for (const place of ['Candidates', 'Review', 'Compare']) {
    await goTo(place)
    await page.keyboard.press('?')
    await expect(list).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  }
  await goTo('Candidates')
  await page.keyboard.press('/')
  await page.keyboard.type('what?')
  await expect(page.getByRole('searchbox')).toHaveValue('what?')
  await expect(list).toHaveCount(0)
})

test('the list of keys fits its window, or is scrolled, at every size', async ({ page, shared }) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Keys', exact: true }).click()
  for (const [width, height] of [
    [1440, 900],
    [1024, 600],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const part of [page.getByRole('heading', { name: 'Keys' }), page.getByRole('button', { name: 'Close' })]) {
      await part.scrollIntoViewIfNeeded()
      await expect(part).toBeInViewport({ ratio: 1 })
    }
  }
})

test('the list of keys shows its title first, and while the keys are off the bar says so and switches them on', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared)
  await page.getByRole('button', { name: 'Keys', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeFocused()
  await page.keyboard.press(' ')
  await expect(page.getByRole('checkbox', { name: 'Use these keys' })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Keys are off')).toBeVisible()
  await page.keyboard.press('l')
  expect((await mediaOf(page)).time).toBe(0)

  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('Keys are off')).toHaveCount(0)
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('keys that are pressed as soon as the words can be read are not lost', async ({ page, shared }) => {
  const { id } = await givenCandidatePage(page, shared)
  const gate = new AbortController()
  await page.route('**/_next/static/**/*.js', async (route) => {
    if (!gate.signal.aborted) await once(gate.signal, 'abort')
    await route.continue()
  })
  await page.goto(`/candidates/${id}`, { waitUntil: 'commit' })
  await expect(page.locator('[data-segment] p').first()).toBeVisible()
  await page.keyboard.press('l')
  await page.keyboard.press('x')
  await page.keyboard.press(' ')
  await page.keyboard.type('/night')
  gate.abort()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => (await mediaOf(page)).time).toBeGreaterThan(10)
  await expect(page.getByRole('button', { name: 'Listen to: Candidate only' })).toBeVisible()
  await expect(page.getByLabel('Find in transcript')).toHaveValue('night')
})

type Control = { name: string; selector: string; text: string; isTab: boolean }

/** What of the room can be pressed without leaving it, each name once. */
function controlsOf(page: Page): Promise<Control[]> {
  return page.evaluate(() => {
    const shown = document.querySelectorAll<HTMLElement>('main :is(button, input[type=range])')
    const named = new Map<string, Control>()
    for (const control of shown) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(':disabled')) continue
      const [label, text] = [control.getAttribute('aria-label'), control.textContent.trim()]
      const selector = label === null ? 'main button:not([aria-label])' : `main [aria-label="${CSS.escape(label)}"]`
      const name = label ?? text
      named.set(name, { name, selector, text: label === null ? text : '', isTab: control.matches('[role=tab]') })
    }
    return [...named.values()]
  })
}
