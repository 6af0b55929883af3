import { scrollsItself } from '../scrolls-itself'

/** Shares of the view's height: a word above the first or below the second is brought to the third. */
const COMFORT = { top: 0.1, bottom: 0.82, target: 0.2 }

/** Where words scroll, and what of the same recording may cover them. */
type Sight = { area: HTMLElement; root: Element | null }

/** Scrolls so that the word has room below it; leaves everything alone while it is comfortably in sight. */
export function keepInSight({ area, root }: Sight, segment: Element | undefined, word: Range | undefined) {
  const place = segment && placeOf(segment, word)
  // Another panel is shown in the transcript's place.
  if (!place || place.height === 0) return

  const view = viewOf({ area, root })
  const height = view.bottom - view.top
  const comfortable = place.top >= view.top + height * COMFORT.top && place.bottom <= view.top + height * COMFORT.bottom
  if (comfortable) return

  const scroller = scrollsItself(area) ? area : window
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: place.top - view.top - height * COMFORT.target, behavior: calm ? 'auto' : 'smooth' })
}

/** A segment that is not drawn yet has no words to measure. */
function placeOf(segment: Element, word: Range | undefined): DOMRect {
  const rect = word?.getBoundingClientRect()
  return rect && rect.height > 0 ? rect : segment.getBoundingClientRect()
}

/**
 * What of the window shows the transcript: on a narrow screen what sticks above it and the docked player cover the rest, in a
 * low one its row of buttons.
 */
function viewOf({ area, root }: Sight): { top: number; bottom: number } {
  if (scrollsItself(area)) return area.getBoundingClientRect()
  const parts = [...(root?.querySelectorAll('[data-player], [data-player-row]') ?? [])]
  const docked = parts.find((part) => getComputedStyle(part).position === 'fixed')
  const above = area.previousElementSibling
  const sticks = above && getComputedStyle(above).position === 'sticky'
  const top = sticks ? Math.max(0, above.getBoundingClientRect().bottom) : 0
  return { top, bottom: docked?.getBoundingClientRect().top ?? window.innerHeight }
}
