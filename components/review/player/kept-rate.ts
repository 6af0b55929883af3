import { kept } from '../../kept'

const KEY = 'debrief-rate'

/** How fast this browser played last; 1 at first. */
export function readRate(): number {
  return Number(kept.find(KEY)) || 1
}

export function keepRate(rate: number) {
  kept.keep(KEY, String(rate))
}
