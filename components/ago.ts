const UNITS = [
  { unit: 'year', name: 'y', seconds: 31_557_600 },
  { unit: 'month', name: 'mo', seconds: 2_629_800 },
  { unit: 'day', name: 'd', seconds: 86_400 },
  { unit: 'hour', name: 'h', seconds: 3_600 },
  { unit: 'minute', name: 'min', seconds: 60 },
] as const

/**
 * How long before `now` (milliseconds) an ISO time was, in its largest unit: `now`, `5 min`, `2 h`, `3 d`. A time that stands
 * by itself is told in the reader's `locale`, one within a sentence of the interface in English as that.
 */
export function ago(iso: string, now: number, locale = 'en'): string {
  const seconds = (now - Date.parse(iso)) / 1000
  const largest = UNITS.find((candidate) => seconds >= candidate.seconds)
  const count = largest ? Math.floor(seconds / largest.seconds) : 0
  if (/^en\b/i.test(locale)) return largest ? `${count} ${largest.name}` : 'now'

  if (!largest) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  return new Intl.NumberFormat(locale, { style: 'unit', unit: largest.unit, unitDisplay: 'short' }).format(count)
}

/** The same within a sentence of the interface: `just now`, `5 min ago`. */
export function agoWords(iso: string, now: number): string {
  const since = ago(iso, now)
  return since === 'now' ? 'just now' : `${since} ago`
}
