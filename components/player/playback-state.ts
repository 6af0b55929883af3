import type { TimeSpan } from '@/lib/transcript/speech'
import type { Obstacle } from './seeker'

export type PlaybackState = {
  playing: boolean
  /** The recording cannot be played; `retry` loads it again. */
  failed: boolean
  rate: number
  /** Seconds, at least up to where the transcript knows of words; 0 until anything is known. */
  duration: number
  /** Asked for once: these stretches are played, one after another, and then it stops. */
  spans: readonly TimeSpan[] | null
  listening: Listening
  /** Why a place of the recording cannot be gone to. */
  obstacle: Obstacle | null
}

/** Kept until another is chosen: of what lies outside the spans nothing is played. Null is the whole recording. */
export type Listening = { to: 'everything' | 'candidate' | 'answers'; spans: readonly TimeSpan[] | null }

export const WHOLE_TALK: Listening = { to: 'everything', spans: null }

export const SLOWEST = 0.5
export const FASTEST = 3
