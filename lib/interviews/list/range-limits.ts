import type { RANGE_UNITS } from './filter-fields'
import type { Range } from './range'

/** What a stored number has to be. */
export type Limit = { is: '>=' | '>' | '<=' | '<'; value: number }

type LimitsOf = (range: Range) => Limit[]

/**
 * What a range asks of a number. A list shows scores to a tenth and seconds as those that are over: an end with no more digits
 * than that holds all that reads like it, one with more is exact.
 */
export const LIMITS_IN: Record<(typeof RANGE_UNITS)[keyof typeof RANGE_UNITS], LimitsOf> = {
  score: ({ from, to }) => [
    ...(from === null ? [] : [isTenth(from) ? atLeastShown(from) : { is: '>=' as const, value: from }]),
    ...(to === null ? [] : [isTenth(to) ? atMostShown(to) : { is: '<=' as const, value: to }]),
  ],
  seconds: ({ from, to }) => [
    ...(from === null ? [] : [{ is: '>=' as const, value: from }]),
    ...(to === null
      ? []
      : [Number.isInteger(to) ? { is: '<' as const, value: to + 1 } : { is: '<=' as const, value: to }]),
  ],
}

function atLeastShown(from: number): Limit {
  const half = hundredth(from - 0.05)
  return { is: asShown(half) >= from ? '>=' : '>', value: half }
}

function atMostShown(to: number): Limit {
  const half = hundredth(to + 0.05)
  return { is: asShown(half) <= to ? '<=' : '<', value: half }
}

function isTenth(score: number): boolean {
  return asShown(score) === score
}

/** The number nearest to a half of a tenth lies above or below it, so that it is shown as either. */
function asShown(score: number): number {
  return Number(score.toFixed(1))
}

function hundredth(score: number): number {
  return Number(score.toFixed(2))
}
