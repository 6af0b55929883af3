import type { FirstReading } from '@/lib/connection/connection'

/** How far the first reading is, as a sentence. */
export function readingWords(reading: FirstReading | null): string {
  if (reading === null) return ''
  const { seen, about, secondsLeft } = reading
  const count = seen.toLocaleString('en-US')
  if (about === null) return `${count} so far.`
  const left = secondsLeft === null ? '' : `, ${leftWords(secondsLeft)}`
  return `${count} of about ${rounded(about).toLocaleString('en-US')}${left}.`
}

function leftWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return 'less than a minute left'
  return minutes < 100 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`
}

/** To two digits, since it is no more than an estimate. */
function rounded(number: number): number {
  const step = 10 ** Math.max(0, String(number).length - 2)
  return Math.round(number / step) * step
}
