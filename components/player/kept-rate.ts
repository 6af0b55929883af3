import { kept } from '../kept'
import { RATE } from '../kept-keys'

/** How fast this browser played last; 1 at first. */
export function readRate(): number {
  return Number(kept.find(RATE)) || 1
}

export function keepRate(rate: number) {
  kept.keep(RATE, String(rate))
}
