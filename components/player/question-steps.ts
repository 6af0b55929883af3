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

function starts(answers: Answer[]): number[] {
  return answers.flatMap((answer) => answer.spans[0]?.start ?? []).toSorted((a, b) => a - b)
}
