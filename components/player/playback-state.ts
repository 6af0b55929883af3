import type { TimeSpan } from '@/lib/transcript/speech'
import type { Obstacle } from './obstacle'

export type PlaybackState = {
  playing: boolean
  /** The recording cannot be played; `retry` loads it again. */
  failed: boolean
  rate: number
  /** Seconds, at least up to where the transcript knows of words; 0 until anything is known. */
  duration: number
  /** Asked for once: these stretches are played, one after another, and then it stops. */
  spans: readonly TimeSpan[] | null
  /** The stretches that were played last, up to their end; null once anything else is played or gone to. */
  finished: readonly TimeSpan[] | null
  listening: Listening
  /** Why a place of the recording cannot be gone to. */
  obstacle: Obstacle | null
}

/** Before anything has been asked of it. */
export const AT_REST = { playing: false, failed: false, rate: 1, finished: null, obstacle: null }

/**
 * Kept until another is chosen: of what lies outside the spans nothing is played. Null is the whole recording, until it is known
 * when the candidate speaks.
 */
export type Listening = { to: ListensTo; spans: readonly TimeSpan[] | null }

const LISTENS_TO = ['everything', 'candidate', 'answers'] as const
export type ListensTo = (typeof LISTENS_TO)[number]

/** Everything where nothing else can be read. */
export function readListensTo(value: string | null): ListensTo {
  return LISTENS_TO.find((to) => to === value) ?? 'everything'
}

export const WHOLE_TALK: Listening = { to: 'everything', spans: null }

export const SLOWEST = 0.5
export const FASTEST = 3
