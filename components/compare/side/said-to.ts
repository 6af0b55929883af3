import type { ComparedAnswer } from '@/lib/compare/compared'
import type { Segment } from '@/lib/transcript/transcript'

/** Characters that are shown of an answer without asking for more. */
const SHORT = 360

/** What is read of an answer below its question: from the candidate's first words on, with what the agent asked in between. */
export function saidTo({ segments }: Pick<ComparedAnswer, 'segments'>): Segment[] {
  const first = segments.findIndex(({ speaker }) => speaker === 'candidate')
  return first < 0 ? [] : segments.slice(first)
}

/** More than is shown without asking for it. */
export function isLongToRead(said: Segment[]): boolean {
  return said.reduce((sum, { text }) => sum + text.length, 0) > SHORT
}
