/** Seconds as hh:mm:ss; with `fraction`, its milliseconds after that sign. */
export function timeCode(seconds: number, fraction?: '.' | ','): string {
  const ms = Math.max(0, Math.round(seconds * 1000))
  const whole = Math.floor(ms / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return fraction ? `${clock}${fraction}${String(ms % 1000).padStart(3, '0')}` : clock
}
