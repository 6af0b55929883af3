/** False on a narrow screen, where the window scrolls. */
export function scrollsItself(area: HTMLElement): boolean {
  return getComputedStyle(area).overflowY === 'auto'
}

/** How far down it is scrolled, in pixels. */
export function scrollTopOf(area: HTMLElement | null): number {
  return area && scrollsItself(area) ? area.scrollTop : window.scrollY
}
