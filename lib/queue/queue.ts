import type { Candidate, ReaderProgress } from '../interviews/interview'
import type { Neighbours } from '../interviews/list/list'
import type { Author } from '../members/member'

/** What is listed of a queue at once; it counts all of it. */
export const MOST_ITEMS = 500

/** That a colleague asked for it; `message` in their words. */
export type ColleaguesAsk = { by: Author; message: string | null }

/** An interview that waits for a member's vote. */
export type QueueItem = {
  interviewId: string
  candidate: Candidate
  flow: { id: string | null; title: string | null }
  /** Seconds in which the candidate speaks. */
  talk: number | null
  /** Seconds into the recording at which they begin to. */
  begins: number | null
  progress: ReaderProgress | null
  /** From 0 to 1: how much of what they say this member has heard or read, where they have begun. */
  share: number | null
  /** The earliest day by which somebody wants it, as 2026-01-31. */
  dueOn: string | null
  asks: ColleaguesAsk[]
  hasRecording: boolean
  hasVideo: boolean
  /** It stands at the end, where this member has put it. */
  isSkipped: boolean
}

/** How far a member is with what they are to judge of a flow. */
export type QueueFlow = { id: string | null; title: string | null; done: number; total: number; dueOn: string | null }

/** Since a member came after having been away: how many of what waited they have voted on, and how many that wait they have skipped. */
export type Sitting = { judged: number; skipped: number }

/**
 * What waits for a member, in the order in which it is gone through. `total` counts what is not listed too. `estimateSeconds` is
 * by their own pace, in seconds of the recordings, or the candidates' seconds of speech while too little is known of it, without what
 * they have heard or read of what is listed. `place` is what they opened last, if it still waits.
 */
export type Queue = {
  items: QueueItem[]
  total: number
  estimateSeconds: number
  pace: 'own' | 'speech'
  flows: QueueFlow[]
  place: string | null
  sitting: Sitting
}

/** How many interviews something became of, and which: the newest of them first, as many as a link names. */
export type ChangedSince = { count: number; ids: string[] }
export const NOTHING_CHANGED: ChangedSince = { count: 0, ids: [] }

/** What happened while a member was away, and what there is to do where nothing waits. Instants are ISO 8601. */
export type ReviewNews = {
  /** Null at their first visit. */
  since: string | null
  arrived: number
  /** Of what they have judged, what colleagues have voted on since, as far as they may know it, and decided about. */
  judgedSince: { voted: ChangedSince; decided: ChangedSince }
  /** Interviews whose votes are split, as the agenda counts them. */
  splits: number
  /** Flows that this member sees of which nobody has assigned anything, with their taken interviews: the most first. */
  unassigned: { id: string; title: string | null; interviews: number }[]
  /** Taken interviews that they see and have not voted on. */
  unjudged: number
  /** Their votes of the last day. */
  judged: number
  /** Of what they have judged, what still waits for others: so many interviews for so many colleagues. */
  others: { members: number; interviews: number }
}

type Placed = Pick<QueueItem, 'interviewId' | 'isSkipped'> & { flow: Pick<QueueItem['flow'], 'id'> }

/**
 * Who stands before and after this interview, and what follows when it is done with: the next one of its flow, or of what was skipped,
 * and from the end of either the first of all, which is wanted soonest. One that does not wait stands before `ahead`, or before all
 * where that one does not wait either.
 */
export function aroundInQueue(items: readonly Placed[], interviewId: string, ahead: string | null = null) {
  const at = items.findIndex((item) => item.interviewId === interviewId)
  const idAt = (index: number) => items[index]?.interviewId ?? null
  if (at < 0) {
    const next = Math.max(
      0,
      items.findIndex((item) => item.interviewId === ahead),
    )
    return { previous: idAt(next - 1), next: idAt(next), following: idAt(next), position: null }
  }
  const [here, below] = [items[at], items[at + 1]]
  const goesOnBelow = at === 0 || (here && below && isOfSamePart(here, below))
  return {
    previous: idAt(at - 1),
    next: idAt(at + 1),
    following: goesOnBelow ? idAt(at + 1) : idAt(0),
    position: at + 1,
  }
}

/** What stands under one head: a flow, or what was skipped. */
export function isOfSamePart(one: Placed, other: Placed): boolean {
  return one.isSkipped === other.isSkipped && (one.isSkipped || one.flow.id === other.flow.id)
}

/**
 * Those beside an interview, which one it is of this sitting and of how many: what was voted on since its member came comes before it,
 * and before what they have not skipped what they have. Null in the place of a position is one that does not wait.
 */
export function neighboursInSitting(
  { items, total, sitting }: Pick<Queue, 'total' | 'sitting'> & { items: readonly Placed[] },
  { previous, next, position }: Pick<ReturnType<typeof aroundInQueue>, 'previous' | 'next' | 'position'>,
): Neighbours {
  const { judged, skipped } = sitting
  const passed = judged + (position !== null && items[position - 1]?.isSkipped ? 0 : skipped)
  return { previous, next, position: position === null ? 0 : passed + position, total: judged + total }
}

/** The seconds of what a candidate says that this member has neither heard nor read. */
export function secondsLeft({ talk, share }: Pick<QueueItem, 'talk' | 'share'>): number {
  return (talk ?? 0) * (1 - (share ?? 0))
}

/** One that was voted on waits no longer, nor does the time that it would have taken. */
export function withoutJudged(queue: Queue, id: string | null): Queue {
  const judged = queue.items.find(({ interviewId }) => interviewId === id)
  if (!judged) return queue
  const items = queue.items.filter((item) => item !== judged)
  const flows = queue.flows.map((flow) => (flow.id === judged.flow.id ? { ...flow, done: flow.done + 1 } : flow))
  const { sitting, place, total } = queue
  return {
    ...queue,
    ...{ items, flows, total: total - 1, estimateSeconds: estimateWithout(queue, judged) },
    place: place === id ? null : place,
    // Which of the skipped ones are of this sitting the server says the next time.
    sitting: { judged: sitting.judged + 1, skipped: Math.max(0, sitting.skipped - (judged.isSkipped ? 1 : 0)) },
  }
}

/** Less its part of what is left of all; what is not listed is taken to be like what is. */
function estimateWithout({ items, total, estimateSeconds }: Queue, judged: QueueItem): number {
  if (total <= 1) return 0
  const left = items.reduce((seconds, item) => seconds + secondsLeft(item), 0) * (total / items.length)
  return left === 0 ? estimateSeconds : estimateSeconds * (1 - secondsLeft(judged) / left)
}
