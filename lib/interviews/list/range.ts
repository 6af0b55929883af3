/** From one value to another, both included; null leaves that end open. */
export type Range<Value extends number | string = number> = { from: Value | null; to: Value | null }
/** ISO 8601 dates, days of UTC. */
export type Days = Range<string>

/** As an address has it: `3..4.5`, `3..` or `..2`. */
export function rangeToText({ from, to }: Range | Days): string {
  return `${from ?? ''}..${to ?? ''}`
}

/** Null for what is no range from 0 to `most`. */
export function readRange(text: string, most: number): Range | null {
  const isNumber = (end: string) => /^\d{1,6}(\.\d{1,6})?$/.test(end) && Number(end) <= most
  const ends = readEnds(text, isNumber)
  if (!ends) return null
  const range = { from: numberOrNull(ends.from), to: numberOrNull(ends.to) }
  return range.from !== null && range.to !== null && range.from > range.to ? null : range
}

/** Null for what is no range of days. */
export function readDays(text: string): Days | null {
  const ends = readEnds(text, isDay)
  return ends && ends.from !== null && ends.to !== null && ends.from > ends.to ? null : ends
}

/** A day that there is, for Postgres too: the 30th of February is none, and the year 0. */
function isDay(text: string): boolean {
  const time = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

function readEnds(text: string, isValue: (end: string) => boolean): Days | null {
  const [from = null, to = null, ...more] = text.split('..').map((end) => end || null)
  const ends = [from, to].filter((end) => end !== null)
  const isRange = text.includes('..') && more.length === 0 && ends.length > 0 && ends.every(isValue)
  return isRange ? { from, to } : null
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text)
}
