import type { Author } from '../members/member'
import type { Speaker } from '../transcript/transcript'

/** A text and where it answers a search; UTF-16 offsets. */
export type Marked = { text: string; matches: { from: number; to: number }[] }

/** A place in a transcript where a search was answered: the sentence around it, as it is read. `start` is the matched word's own time, in seconds. */
export type SearchHit = Marked & { segment: number; speaker: Speaker; start: number | null }

/** A note that answers a search, with a line of it that does. */
export type NoteHit = Marked & { id: string; author: Author }

/** Why a search found an interview besides what was said: in its name, email or flow, with a line of what was written about it, or in notes. */
export type Reasons = {
  [What in 'name' | 'email' | 'flow']?: Marked['matches']
} & { about?: Marked & { from: 'summary' | 'question' }; notes?: NoteHit[] }
