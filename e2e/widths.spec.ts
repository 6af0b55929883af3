import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { givenCandidatePage } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, STOCKER } from './installation'
import { signedInScreens } from './screen-list'
import { smallTargets, tooSmall } from './target-sizes'
import { expect, test } from './test'

const WIDTHS = [320, 360, 390, 768, 1023, 1024, 1100, 1180, 1279, 1280, 1440]
/** Of the sample interviews. */
const LONGEST_NAME = '10ec3e74-5033-40fd-9464-10e720e698e6'
/** What a window of 1280×1024 has left at 400 %. */
const ZOOMED = { width: 320, height: 256 }

test('at every width each control is what a click on it hits, and nothing is cut off to the side', async ({
  page,
  shared,
}) => {
  test.setTimeout(180_000)
  const { id } = await givenCandidatePage(page, shared, MEMBERS[0])
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  const video = (await signedInScreens(shared.origin, cookie)).find(({ name }) => name === 'candidate-video')
  const candidates = [`/candidates/${id}`, video?.path ?? '', '/candidates', '/candidates?q=night']
  // What is longest is in the log too.
  await fetch(`${shared.origin}/candidates/${LONGEST_NAME}`, { headers: { cookie } })
  const paths = [...candidates, '/review', '/compare', '/connection', '/team', '/account', '/audit']
  for (const path of paths) {
    await page.goto(path)
    await untilAlive(page)
    if (path.endsWith(id)) await page.keyboard.press('x')
    // Some of it is drawn anew a moment after the window has another width.
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(() => faults(page), `${path} at ${width}`).toEqual([])
    }
    await page.setViewportSize(ZOOMED)
    await expect.poll(() => faults(page), `${path} zoomed`).toEqual([])
  }
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('on a phone the player’s controls stand in one row, of a video too', async ({ page, shared }) => {
    const { id } = await givenCandidatePage(page, shared)
    const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
    const video = (await signedInScreens(shared.origin, cookie)).find(({ name }) => name === 'candidate-video')
    for (const path of [`/candidates/${id}`, video?.path ?? '']) {
      await page.goto(path)
      await untilAlive(page)
      for (const width of [320, 360, 390]) {
        await page.setViewportSize({ width, height: 844 })
        const rows = async () => {
          const tops = await page
            .locator('[data-player-row] button:visible')
            .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)))
          return new Set(tops).size
        }
        await expect.poll(rows, `${path} at ${width}`).toBe(1)
      }
    }
  })

  test('what narrows a list, and what leads on from the overviews, is as large as a finger', async ({
    page,
    shared,
  }) => {
    await givenCandidatePage(page, shared, MEMBERS[0])
    await page.setViewportSize({ width: 390, height: 844 })
    for (const [path, within] of [
      ['/candidates?score=0..5&talk=1..9000&state=ready', '[aria-label=Filters]'],
      ['/review', 'main li'],
      ['/review?split', 'main section'],
      ['/connection', 'main'],
    ] as const) {
      await page.goto(path)
      await untilAlive(page)
      if (within.includes('Filters')) await page.getByRole('button', { name: 'Filters', exact: true }).click()
      await expect.poll(() => smallTargets(page, within), path).toEqual([])
    }

    await page.goto(`/compare?flow=${STOCKER}&view=matrix`)
    const cells = page.getByRole('region', { name: 'Matrix' }).locator('[data-cell]')
    await expect(cells.first()).toBeVisible()
    await expect.poll(() => tooSmall(cells)).toEqual([])
  })
})

test('before signing in no control is cut off at any width', async ({ page }) => {
  await page.goto('/sign-in')
  await untilAlive(page)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => faults(page), `at ${width}`).toEqual([])
  }
  await page.setViewportSize(ZOOMED)
  await expect.poll(() => faults(page)).toEqual([])
})

test('at 400 % nothing keeps its place but the row that plays, and the transcript has the rest', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared, MEMBERS[0])
  await page.setViewportSize(ZOOMED)
  await page.locator('[data-segment="4"]').evaluate((segment) => segment.scrollIntoView({ block: 'start' }))
  const covered = () =>
    page.evaluate(() => {
      const rows = Array.from({ length: 32 }, (_, index) => index * 8 + 4)
      return rows.filter((y) => !document.elementFromPoint(160, y)?.closest('[role=list]')).length * 8
    })
  await expect.poll(covered).toBeLessThan(56)
  const play = page.getByRole('button', { name: 'Play', exact: true })
  await play.click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 })
})

test('below 1200 px the sidebar is a rail whose icons have their words, and the page has the rest', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared, MEMBERS[0])
  for (const [width, isRail] of [
    [1024, true],
    [1199, true],
    [1200, false],
    [1440, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    const sidebar = page.getByRole('banner')
    const taken = async () => (await sidebar.boundingBox())?.width ?? NaN
    if (isRail) await expect.poll(taken).toBeLessThanOrEqual(80)
    else await expect.poll(taken).toBeGreaterThan(180)
    const all = async () => (await taken()) + ((await page.getByRole('main').boundingBox())?.width ?? NaN)
    await expect.poll(all).toBe(width)
    for (const name of ['Review', 'Candidates', 'Compare', 'Settings']) {
      const word = sidebar.getByRole('link', { name, exact: true })
      await expect(word).toContainText(name, { useInnerText: true })
      const cut = () => word.evaluate((link) => link.scrollWidth - link.clientWidth)
      await expect.poll(cut, `${name} at ${width}`).toBe(0)
    }
    await expect(sidebar.getByRole('button', { name: 'Jump to…' })).toBeVisible()
    const [menu, account] = [sidebar.getByRole('button', { name: 'Menu', exact: true }), sidebar.getByTitle(MEMBERS[0])]
    await expect(isRail ? menu : account).toBeVisible()
    await expect(isRail ? account : menu).toBeHidden()
  }
})

test('no part of a focus ring is cut off anywhere in a review', async ({ page, shared }) => {
  await givenCandidatePage(page, shared, MEMBERS[0])
  for (const width of [320, 390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const panel of ['Transcript', 'Summary', 'Scores', 'Questions', 'Notes']) {
      const tab = page.getByRole('tab', { name: panel })
      if (await tab.isVisible()) await tab.click()
      // From here on the focus is the keyboard's, and shown.
      await page.keyboard.press('Tab')
      await expect.poll(() => cutRings(page), `${panel} at ${width}`).toEqual([])
    }
  }
})

/** What takes the focus in the page and has its ring cut off by what is around it, or by the window. */
function cutRings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const FOCUSABLE = 'a[href], button:not(:disabled), input, textarea, [tabindex]'
    // What arrows come to has no tab stop of its own.
    const UNREACHED = '[tabindex="-1"]:not([role=tab], [data-segment])'
    const found: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>(`main :is(${FOCUSABLE}):not(${UNREACHED})`)) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue
      control.focus()
      if (document.activeElement !== control) continue
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      // Some are shown by what is around them.
      const ringed = [control, control.parentElement, control.parentElement?.parentElement].find(
        (element) => element && getComputedStyle(element).outlineStyle !== 'none',
      )
      if (!ringed) continue
      const { outlineWidth, outlineOffset } = getComputedStyle(ringed)
      const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset)
      const box = ringed.getBoundingClientRect()
      const name = control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 40)
      const isWithin = (left: number, right: number) =>
        box.left - reach >= left - 0.5 && box.right + reach <= right + 0.5
      const isBelow = (top: number, bottom: number) =>
        box.top - reach >= top - 0.5 && box.bottom + reach <= bottom + 0.5
      if (!isWithin(0, document.documentElement.clientWidth)) found.push(`${name} by the window`)
      for (let around = ringed.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY, contain, contentVisibility } = getComputedStyle(around)
        const paints = /paint|strict|content/.test(contain) || contentVisibility !== 'visible'
        const clip = around.getBoundingClientRect()
        const isTaller = box.height + 2 * reach > clip.height
        const cutsX = (paints || overflowX !== 'visible') && !isWithin(clip.left, clip.right)
        const cutsY = (paints || overflowY !== 'visible') && !isTaller && !isBelow(clip.top, clip.bottom)
        if (around !== document.body && around !== document.documentElement && (cutsX || cutsY))
          found.push(`${name} by ${around.tagName} ${around.className}`)
      }
    }
    return [...new Set(found)]
  })
}

/** Controls of the page that a click does not reach where they are drawn, and what of it scrolls to the side. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const { scrollWidth } = document.documentElement
    const found = scrollWidth > window.innerWidth ? [`scrolls to the side by ${scrollWidth - window.innerWidth}`] : []
    for (const area of document.querySelectorAll('main, main *')) {
      const hidden = area.scrollWidth - area.clientWidth
      if (hidden > 0 && /auto|scroll/.test(getComputedStyle(area).overflowX))
        found.push(`hides ${hidden} px to the side`)
    }
    for (const row of document.querySelectorAll('tbody tr')) {
      const over = Math.round(row.getBoundingClientRect().right) - window.innerWidth
      if (over > 0) found.push(`a row is wider than the window by ${over}`)
    }
    const shown = 'header, nav, [data-player], [role=tablist], [role=search], form, main > div > div'
    for (const control of document.querySelectorAll<HTMLElement>('button, a[href], input')) {
      if (!control.closest(shown) || control.closest('tbody, [role=list], [role=tabpanel] [role=tabpanel]')) continue
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.sr-only, .opacity-0')) continue
      if (control.matches(':disabled')) continue
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = control.getBoundingClientRect()
      if (width <= 1 || height <= 1) continue
      const name = control.getAttribute('aria-label') ?? control.textContent.trim()
      if (left < 0 || left + width > window.innerWidth) found.push(`${name} is cut off`)
      // A link in a text may go on in the next line.
      const line = control.getClientRects()[0] ?? { left, top, width, height }
      const hit = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
      const isHit = control.contains(hit) || control.closest('label')?.contains(hit)
      if (!isHit) found.push(`${name} lies under ${hit?.tagName ?? 'nothing'}.${hit?.className ?? ''}`)
    }
    window.scrollTo(0, 0)
    return found
  })
}
