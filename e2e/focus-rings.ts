import type { Locator } from '@playwright/test'

/** The controls in it around which a part of the ring is cut off, with what cuts it; the last press has to be a key's. */
export function cutRings(area: Locator): Promise<string[]> {
  return area.evaluate((root) => {
    const found: string[] = []
    for (const control of root.querySelectorAll<HTMLElement>('a, button, input')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(':disabled')) continue
      control.focus()
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const name = control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 40)
      if (!control.matches(':focus-visible')) {
        found.push(`${name} has no ring`)
        continue
      }
      // A row's link has its ring around the row, inside it.
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(control)
      if (outlineStyle === 'none') {
        if (getComputedStyle(control, '::after').outlineStyle === 'none') found.push(`${name} shows no ring`)
        continue
      }
      const beside = parseFloat(outlineWidth) + parseFloat(outlineOffset)
      const box = control.getBoundingClientRect()
      const ring = {
        ...{ left: box.left - beside, right: box.right + beside },
        ...{ top: box.top - beside, bottom: box.bottom + beside },
      }
      const within = (edges: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>) =>
        ring.left >= edges.left - 0.5 &&
        ring.right <= edges.right + 0.5 &&
        ring.top >= edges.top - 0.5 &&
        ring.bottom <= edges.bottom + 0.5
      const { clientWidth: right, clientHeight: bottom } = document.documentElement
      if (!within({ left: 0, top: 0, right, bottom })) found.push(`${name} reaches beyond the window`)
      let isOut = getComputedStyle(control).position === 'absolute'
      for (let around = control.parentElement; around && around !== document.body; around = around.parentElement) {
        const { overflow, contain, contentVisibility, position } = getComputedStyle(around)
        // What is placed by something further out is cut by that at the earliest.
        if (isOut && position === 'static' && contain === 'none' && contentVisibility !== 'auto') continue
        isOut = position === 'absolute'
        const clips =
          /hidden|clip|auto|scroll/.test(overflow) ||
          /paint|strict|content/.test(contain) ||
          contentVisibility === 'auto'
        if (clips && !within(around.getBoundingClientRect()))
          found.push(`${name} is cut by ${around.tagName}.${around.className.slice(0, 60)}`)
      }
    }
    return found
  })
}
