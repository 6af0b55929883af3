/** `other` is any role that Ribbon may invent besides `agent` and `user`. */
export type Speaker = 'agent' | 'candidate' | 'other'

/** One uninterrupted utterance. Times are seconds from the start of the recording; null where no word carries one. */
export type Segment = { speaker: Speaker; text: string; start: number | null; end: number | null }

/** A question of the script and the indices of the segments it was asked and answered in, in no promised order. */
export type Question = { text: string; segments: number[]; start: number | null; end: number | null }

/** The questions that were asked, with what was said to them; and the flow's in their order, of which one that `questions` lacks was not asked. */
export type Talk = { segments: Segment[]; questions: Question[]; script: string[] }
