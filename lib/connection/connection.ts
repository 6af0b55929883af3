import type { InterviewState } from '../interviews/interview'

/** Why it can't be said that everything is here, from what to mend first to what mends itself. */
export const DOUBTS = [
  'refused',
  'failing',
  'overdue',
  'reading',
  'cut_short',
  'under_way',
  'outdated',
  'announced',
  'unreadable',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** What an admin wants to know of the connection to Ribbon. Times are ISO 8601. */
export type Connection = {
  now: string
  /** As the last call has shown. */
  key: 'accepted' | 'refused' | 'unknown'
  /** Why it is not sure that everything is here; none when it is. */
  doubts: Doubt[]
  /** Of the interviews that Ribbon lists, as far as is known: all of them, and those that are here. */
  listed: number
  here: number
  /** When both lists had last been met with all that they name; null before. */
  comparedAt: string | null
  reading: FirstReading | null
  recordings: Recordings
  /** Seconds from one pull to the next, at least. */
  everySeconds: number
  lastSuccessAt: string | null
  lastFailure: { at: string; message: string } | null
  /** `backfill` until both lists of interviews have been read from end to end for the first time. */
  phase: 'backfill' | 'current'
  lists: ListProgress[]
  calls: { lastMinute: number; lastHour: number; failuresLastHour: number }
  counts: Record<InterviewState, number> & { gone: number; flows: number; teams: number }
  webhooks: Webhooks
  unreadable: { shown: UnreadableItem[]; total: number }
}

/** How the first reading of everything goes; null while nobody knows. */
export type FirstReading = { seen: number; about: number | null; secondsLeft: number | null }

/** Interviews: that have a recording, that have taken place and have none at Ribbon, and whose recording this server may not fetch. */
export type Recordings = { play: number; none: number; refused: number }

/** `place` is the id of an interview or flow, or an offset in one of Ribbon's lists; `reason` is a sentence. */
export type UnreadableItem = {
  kind: 'interview' | 'flow' | 'completed' | 'incomplete' | 'flows' | 'teams'
  place: string
  reason: string
  tries: number
  firstSeenAt: string
  nextTryAt: string
}

export type ListProgress = {
  status: 'completed' | 'incomplete'
  /** Interviews that the last pass, or the one under way, has met. */
  seen: number
  /** When it was last read from end to end. */
  passedAt: string | null
  /** When all that it names had last been met. */
  comparedAt: string | null
  /** When the reading that goes on, or the last one, began. */
  beganAt: string | null
  isUnderWay: boolean
  /** About how long it is, where that was asked. */
  about: number | null
  order: 'newest_first' | 'oldest_first' | 'mixed' | null
}

export type Webhooks = {
  isOn: boolean
  /** A default secret stands in the environment, for flows of which none is known. */
  hasDefault: boolean
  /** What to enter at Ribbon as a flow's `webhook_url`. */
  url: string
  waiting: number
  oldestWaitingAt: string | null
  /** The latest ones. */
  recent: Delivery[]
  flows: { shown: FlowWebhook[]; total: number }
}

/** Whether a flow's events arrive: not the secret itself, only that there is one. */
export type FlowWebhook = { id: string; title: string; hasSecret: boolean; lastHeardAt: string | null }

export type Delivery = {
  id: string
  receivedAt: string
  event: string | null
  interviewId: string | null
  outcome: 'fetched' | 'recorded' | 'ignored' | 'given_up' | null
  tries: number
  failure: string | null
}
