import type { Answer } from '@/lib/transcript/answers'

/** Pressed twice in a row, `previous` leaves the question that has only just begun. */
const JUST_BEGUN = 2
/** Seconds by which a recording may be beside the time that it was sent to. */
const ROUNDING = 0.05

export function nextStart(answers: Answer[], time: number): number | undefined {
  return starts(answers).find((start) => start > time + ROUNDING)
}

export function previousStart(answers: Answer[], time: number): number | undefined {
  return starts(answers).findLast((start) => start < time - JUST_BEGUN)
}

/** The index of the question that is asked or answered at this time; -1 between questions. */
export function questionAt(answers: Answer[], time: number): number {
  return answers.findIndex(({ spans }) =>
    spans.some((span) => time >= span.start - ROUNDING && time < span.end - ROUNDING),
  )
}

/** The index of the question that was asked or answered last at this time, before any pause; -1 before the first. */
export function lastBegun(answers: Answer[], time: number): number {
  const begun = answers.flatMap(({ spans }, index) =>
    spans.flatMap(({ start }) => (start <= time + ROUNDING ? { start, index } : [])),
  )
  return begun.toSorted((a, b) => b.start - a.start)[0]?.index ?? -1
}

function starts(answers: Answer[]): number[] {
  return answers.flatMap((answer) => answer.spans[0]?.start ?? []).toSorted((a, b) => a - b)
}
