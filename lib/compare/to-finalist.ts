import 'server-only'
import type { Viewer } from '../auth/viewer'
import { toRow } from '../interviews/row'
import { patched } from '../text/patched'
import { correctionsBySegment, type Replacement } from '../transcript/as-read'
import type { TimeSpan } from '../transcript/speech'
import type { Validity } from '../validity/validity'
import type { CastVote } from '../votes/vote'
import type { SaidToQuestion } from './compared'
import type { Mask } from './mask'
import type { Naming } from './naming'
import { playedSpans } from './played-spans'
import type { Finalist, QuestionWithScale } from './side-by-side'
import { answerOf, saidBy, type StoredFinalist } from './stored-finalists'
import type { StoredNote } from './stored-notes'
import type { SaidSegment } from './stored-said'
import { toAnswer } from './to-answer'
import { withinBounds } from './within-bounds'

type Told = {
  viewer: Viewer
  naming: Naming
  questions: QuestionWithScale[]
  /** Of all finalists. */
  corrections: (Replacement & { interviewId: string })[]
  votes: (CastVote & { interviewId: string })[]
  notes: StoredNote[]
  /** Of this one. */
  validity: Validity
}

/** What members wrote is read without the candidate's name, too, where names are hidden. */
export function toFinalist(row: StoredFinalist, { viewer, naming, questions, ...told }: Told): Finalist {
  const { id, assessment, status, invalid, candidate } = toRow(row)
  const { mask, ...called } = naming.of(id, candidate)
  const corrected = correctionsBySegment(told.corrections.filter(({ interviewId }) => interviewId === id))
  const said = questions.map(({ key }) => saidBy(row, key))
  const shown = withinBounds(said)
  const cast = told.votes.flatMap(({ interviewId, ...vote }) =>
    interviewId === id ? [{ ...vote, reason: masked(vote.reason, mask) }] : [],
  )
  const why = told.validity.invalid?.reason ?? null
  const mine = cast.find(({ member }) => member.id === viewer.memberId) ?? null
  return {
    ...called,
    ...{ assessment, status, invalid },
    overrides: told.validity.overrides.map((one) => ({ ...one, reason: masked(one.reason, mask) })),
    invalidReason: typeof why === 'string' ? masked(why, mask) : why,
    votes: row.showsColleagues ? { mine, all: cast } : { mine, others: { is: 'hidden', until: 'my_vote' } },
    notes: told.notes.flatMap(({ interviewId, quote, createdAt, ...note }) => {
      if (interviewId !== id) return []
      const [body, quoted] = [masked(note.body, mask), masked(quote?.text ?? null, mask)]
      return [{ ...note, body, quote: quoted, createdAt: new Date(createdAt).toISOString() }]
    }),
    answers: questions.map(({ key, text }, place) => {
      const [stored, own] = [answerOf(row, key), shown[place] ?? null]
      const answer = toAnswer(stored, { naming, text, said: own ?? [], corrected })
      if (own) return answer
      // Where names are hidden nothing is heard of what was not looked through for one.
      const isHeard = called.candidate.is === 'named'
      return { ...answer, plays: isHeard ? playedUnread(said[place] ?? [], stored.spans ?? []) : NOTHING }
    }),
  }
}

const NOTHING: SaidToQuestion['plays'] = { candidate: [], everything: [] }

/** Of an answer whose words have no room: while the candidate has the word, whatever silences are in it. */
function playedUnread(said: SaidSegment[], spans: TimeSpan[]): SaidToQuestion['plays'] {
  return playedSpans({ segments: said.map(({ segment }) => segment), words: [], masked: [], spans })
}

function masked<Text extends string | null>(text: Text, mask: Mask): Text extends string ? string : string | null
function masked(text: string | null, mask: Mask): string | null {
  return text === null ? null : patched(text, mask(text)).text
}
