import type { Speaker } from '../interviews/interview'

/** A place in a transcript where a search was answered; `start` is the matched word's own time, in seconds. */
export type Moment = {
  segment: number
  speaker: Speaker
  start: number | null
  /** The sentence around it, as it is read. */
  text: string
  /** UTF-16 offsets in `text`. */
  matches: { from: number; to: number }[]
}
