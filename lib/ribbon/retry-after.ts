/** Milliseconds from `now` to the moment that a Retry-After header names, as seconds or as an HTTP date (RFC 9110, 10.2.3); null when it names none. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000

  const moment = Date.parse(header)
  return Number.isNaN(moment) ? null : Math.max(0, moment - now)
}
