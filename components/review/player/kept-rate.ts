const KEY = 'debrief-rate'

/** How fast this browser played last; 1 at first. */
export function readRate(): number {
  return Number(window.localStorage.getItem(KEY)) || 1
}

export function keepRate(rate: number) {
  window.localStorage.setItem(KEY, String(rate))
}
