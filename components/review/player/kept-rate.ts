const KEY = 'debrief-rate'

/** How fast this browser played last; 1 at first. */
export function readRate(): number {
  try {
    return Number(window.localStorage.getItem(KEY)) || 1
  } catch {
    return 1
  }
}

export function keepRate(rate: number) {
  try {
    window.localStorage.setItem(KEY, String(rate))
  } catch {
    // A browser that keeps nothing plays at this speed until the page is left.
  }
}
