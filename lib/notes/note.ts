import { z } from 'zod'
import type { Author } from '../members/member'
import { quote } from '../transcript/quote'
import type { Candidate } from '../interviews/interview'
import type { InterviewId } from '../interviews/interview-id'
import { typedText } from '../text/typed-text'

/** What a member has written, whether or not it has arrived. `body` is light Markdown, `at` seconds into the recording. */
export const noteDraft = z.object({
  parentId: z.uuid().nullable(),
  body: typedText.min(1, 'Write something first.').max(4_000, 'A note has at most 4,000 characters.'),
  at: z.number().min(0).max(1_000_000).nullable(),
  quote: quote.nullable(),
})
export type NoteDraft = z.infer<typeof noteDraft>

/** What a note is about; null is the interview as a whole. */
export type About = Pick<NoteDraft, 'at' | 'quote'>

/** Instants are ISO 8601. A deleted note has no body and is only there for its answers. */
export type Note = NoteDraft & {
  id: string
  author: Author
  createdAt: string
  editedAt: string | null
  deleted: boolean
  isMine: boolean
}

/** What the candidate page reads: `mentionable` are the members who may see this interview. */
export type NotesOfInterview = { notes: Note[]; mentionable: Author[] }

/** A note that names a member. */
export type Mention = {
  note: Note
  interview: { id: InterviewId; candidate: Candidate; flowTitle: string | null }
  seen: boolean
}
