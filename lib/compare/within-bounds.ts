import type { SaidSegment } from './stored-said'

/** UTF-16 units of what was said and of the times of its words: the longest transcript once, or one of an hour six times over. */
export const MOST_SAID = 1_000_000

/** Of one finalist's answers those that there is room for, in their order, and null for the others: any number of questions may name one long segment. */
export function withinBounds(answers: SaidSegment[][]): (SaidSegment[] | null)[] {
  let taken = 0
  return answers.map((said) => {
    const size = said.reduce((sum, { segment, words }) => sum + segment.text.length + (words?.length ?? 0), 0)
    if (taken + size > MOST_SAID) return null
    taken += size
    return said
  })
}
