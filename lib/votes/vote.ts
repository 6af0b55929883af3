import { z } from 'zod'
import type { Blindness } from '../flows/flow'
import { VOTES, type Vote } from '../interviews/vote'
import type { Author } from '../members/member'
import { DebriefError } from '../errors'
import { typedText } from '../text/typed-text'
import { typedTime } from '../text/typed-time'

/**
 * What whoever voted could know: `blind` while everything was hidden that a flow can hide, or what
 * colleagues think alone, or the scores alone, all the time since the interview arrived; `revealed` after it was shown to them,
 * by an earlier vote or because they asked, the scores among it; `revealed_colleagues` after only what colleagues think was; `open` where nothing is hidden, or less was at some time since.
 */
export type VoteCast = 'blind' | 'blind_colleagues' | 'blind_assessment' | 'revealed' | 'revealed_colleagues' | 'open'

/** `castAt` is ISO 8601, when the vote or its reason was last changed. */
export type CastVote = { member: Author; vote: Vote; reason: string | null; cast: VoteCast; castAt: string }

/** The reader's own, and everybody's as soon as they may know them: theirs among them. */
export type Votes =
  { mine: CastVote | null; others: { is: 'hidden'; until: 'my_vote' } } | { mine: CastVote | null; all: CastVote[] }

/**
 * `replaces` is the `castAt` of the vote that its writer knew of, null where they knew of none; left out by who did not look.
 * `restores` is that of the one before what stands, where a change is undone: it stands again as it was cast.
 */
export const voteDraft = z.object({
  vote: z.enum(VOTES, 'A vote is one of strong_no_hire, no_hire, hire and strong_hire.'),
  reason: typedText.max(2_000, 'A reason has at most 2,000 characters.').nullish(),
  replaces: typedTime.nullish(),
  restores: typedTime.nullish(),
})
export type VoteDraft = z.infer<typeof voteDraft>

const replaced = z.union([z.literal('none').transform(() => null), typedTime])

/**
 * What a withdrawal, which has no body, says of the vote that it takes back: its `castAt`, null where its writer knew of none,
 * undefined where they did not look. Throws `invalid_input`.
 */
export function readReplacedVote(search: URLSearchParams): string | null | undefined {
  const text = search.get('replaces')
  if (text === null) return undefined
  const read = replaced.safeParse(text)
  if (read.success) return read.data
  throw new DebriefError('invalid_input', { detail: 'The parameter replaces has to be a time, or none.' })
}

const shown = z.array(z.enum(['colleagues', 'assessment']))

/** What of it somebody asks to be shown, all where they do not say. Throws `invalid_input`. */
export function readAskedFor(search: URLSearchParams): Blindness {
  const asked = search.getAll('show')
  if (asked.length === 0) return { colleagues: true, assessment: true }
  const read = shown.safeParse(asked)
  if (!read.success)
    throw new DebriefError('invalid_input', { detail: 'The parameter show is colleagues or assessment.' })
  return { colleagues: read.data.includes('colleagues'), assessment: read.data.includes('assessment') }
}
