const UNITS = [
  { name: 'y', seconds: 31_557_600 },
  { name: 'mo', seconds: 2_629_800 },
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
] as const

/** How long before `now` (milliseconds) an ISO time was, in its largest unit: `now`, `5 min`, `2 h`, `3 d`. */
export function ago(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000
  const unit = UNITS.find((candidate) => seconds >= candidate.seconds)
  return unit ? `${Math.floor(seconds / unit.seconds)} ${unit.name}` : 'now'
}
