/** What `?t=` of a candidate page means, in seconds: a time, or with an end a stretch. */
export type Moment = { start: number; end: number | null }

const MOMENT = /^(\d{1,6}(?:\.\d{1,3})?)(?:-(\d{1,6}(?:\.\d{1,3})?))?$/

/** Whatever cannot be read is the beginning. */
export function parseMoment(text: string | null): Moment {
  const [, start, end] = MOMENT.exec(text ?? '') ?? []
  const from = Number(start ?? 0)
  const to = end === undefined ? null : Number(end)
  return { start: from, end: to !== null && to > from ? to : null }
}

/** To the tenth of a second, and no word of the stretch is left out. */
export function formatMoment({ start, end }: Moment): string {
  const from = String(Math.floor(start * 10) / 10)
  return end === null ? from : `${from}-${Math.ceil(end * 10) / 10}`
}
