import type { Page } from '@playwright/test'
import { untilAlive } from './alive'
import { givenCandidatePage } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { signedInScreens } from './screen-list'
import { expect, test } from './test'

const WIDTHS = [320, 360, 390, 768, 1023, 1024, 1100, 1180, 1279, 1280, 1440]
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
  const paths = [`/candidates/${id}`, video?.path ?? '', '/candidates', '/home', '/connection']
  const wrong: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await untilAlive(page)
    if (path.endsWith(id)) await page.keyboard.press('x')
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      wrong.push(...(await faults(page)).map((fault) => `${path} at ${width}: ${fault}`))
    }
    await page.setViewportSize(ZOOMED)
    wrong.push(...(await faults(page)).map((fault) => `${path} zoomed: ${fault}`))
  }
  expect(wrong).toEqual([])
})

test('before signing in no control is cut off at any width', async ({ page }) => {
  await page.goto('/sign-in')
  await untilAlive(page)
  const wrong: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    wrong.push(...(await faults(page)).map((fault) => `${width}: ${fault}`))
  }
  await page.setViewportSize(ZOOMED)
  expect([...wrong, ...(await faults(page))]).toEqual([])
})

test('at 400 % nothing keeps its place but the row that plays, and the transcript has the rest', async ({
  page,
  shared,
}) => {
  await givenCandidatePage(page, shared, MEMBERS[0])
  await page.setViewportSize(ZOOMED)
  await page.locator('[data-segment="4"]').evaluate((segment) => segment.scrollIntoView({ block: 'start' }))
  const covered = await page.evaluate(() => {
    const rows = Array.from({ length: 32 }, (_, index) => index * 8 + 4)
    return rows.filter((y) => !document.elementFromPoint(160, y)?.closest('[role=list]')).length * 8
  })
  expect(covered).toBeLessThan(56)
  const play = page.getByRole('button', { name: 'Play', exact: true })
  await play.click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 })
})

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
    const shown = 'header, nav, [data-player], [role=tablist], [role=search], form, main > div > div'
    for (const control of document.querySelectorAll<HTMLElement>('button, a[href], input')) {
      if (!control.closest(shown) || control.closest('tbody, [role=list], [role=tabpanel] [role=tabpanel]')) continue
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.sr-only, .opacity-0')) continue
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = control.getBoundingClientRect()
      if (width <= 1 || height <= 1) continue
      const name = control.getAttribute('aria-label') ?? control.textContent.trim()
      if (left < 0 || left + width > window.innerWidth) found.push(`${name} is cut off`)
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      const isHit = control.contains(hit) || control.closest('label')?.contains(hit)
      if (!isHit) found.push(`${name} lies under ${hit?.tagName ?? 'nothing'}.${hit?.className ?? ''}`)
    }
    window.scrollTo(0, 0)
    return found
  })
}
