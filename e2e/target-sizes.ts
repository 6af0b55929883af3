import type { Locator, Page } from '@playwright/test'

/** Controls of the review, or below this selector, that a finger of 44 pixels does not hit wherever it is on them. */
export function smallTargets(page: Page, within = 'main'): Promise<string[]> {
  return page.evaluate(async (within) => {
    const REACH = 21
    const found: string[] = []
    // An address that stands in a line of text is as high as that.
    const controls = `${within} :is(button, a[href]:not([href^=mailto]), input, textarea, [role=option]), [role=menu] [role^=menuitem]`
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(':disabled')) continue
      // A menu lies over the page.
      if (document.querySelector('[role=menu]') && !control.closest('[role=menu]')) continue
      control.scrollIntoView({ block: 'center', behavior: 'instant' })
      await new Promise((drawn) => requestAnimationFrame(drawn))
      const { left, top, width, height } = control.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const target = control.closest('label') ?? control
      const around = [
        [x - REACH, y],
        [x + REACH, y],
        [x, y - REACH],
        [x, y + REACH],
      ] as const
      const isHit = around.every(([at, from]) => target.contains(document.elementFromPoint(at, from)))
      const name = control.getAttribute('aria-label') ?? control.textContent.trim()
      if (!isHit) found.push(`${name} (${Math.round(width)}×${Math.round(height)})`)
    }
    return found
  }, within)
}

/** What a finger misses. */
export function tooSmall(targets: Locator): Promise<string[]> {
  return targets.evaluateAll((all) =>
    all.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      return width === 0 || (width >= 44 && height >= 44) ? [] : [`${target.textContent} ${width}×${height}`]
    }),
  )
}
