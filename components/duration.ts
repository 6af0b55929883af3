/** Seconds as m:ss, or h:mm:ss from an hour on; a missing value is –. Only those that are over count, for a place as for a length. */
export function formatDuration(seconds: number | null): string {
  if (seconds === null) return '–'
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const tail = String(rest).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** Seconds from m:ss or h:mm:ss; a number alone is minutes. NaN for anything else. */
export function parseDuration(text: string): number {
  if (!/^\d{1,4}(:[0-5]?\d){0,2}$/.test(text)) return NaN
  const parts = text.split(':').map(Number)
  return (parts.length === 1 ? [...parts, 0] : parts).reduce((seconds, part) => seconds * 60 + part, 0)
}
