/** Of an answer: the question's place and the candidate's, from 0. */
export type Place = { row: number; column: number }

type Step = { from: Place | null; by: 1 | -1; along: 'candidates' | 'questions' }

/** The next answer that can be opened: of the next candidate, and after the last of the next question's first; or of the same candidate. */
export function stepAmong(
  { rows, columns }: { rows: number; columns: number },
  { from, by, along }: Step,
  canOpen: (place: Place) => boolean,
): Place | null {
  const count = rows * columns
  const stride = along === 'candidates' ? 1 : columns
  const start = from ? from.row * columns + from.column + by * stride : by > 0 ? 0 : count - 1
  for (let index = start; index >= 0 && index < count; index += by * stride) {
    const place = { row: Math.floor(index / columns), column: index % columns }
    if (canOpen(place)) return place
  }
  return null
}
