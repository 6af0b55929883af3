import { kept } from '../kept'
import { RATE } from '../kept-keys'

/** How fast this browser played last; 1 at first. */
export function readRate(): number {
  return Number(kept.find(RATE)) || 1
}

export function keepRate(rate: number) {
  // Each recording that a page brings sets it to what it is: to write costs more than to read.
  if (rate !== readRate()) kept.keep(RATE, String(rate))
}
