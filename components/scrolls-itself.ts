/** False on a narrow screen, where the window scrolls. */
export function scrollsItself(area: HTMLElement): boolean {
  return getComputedStyle(area).overflowY === 'auto'
}
