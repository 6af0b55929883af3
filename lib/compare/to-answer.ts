import 'server-only'
import { db } from '../db/client'
import { findCorrectionsOf, type StoredCorrection } from '../interviews/standing-corrections'
import { correctionsBy, correctionsBySegment, type Replacement } from '../transcript/as-read'
import { compactWords } from '../transcript/words'
import { patched } from '../text/patched'
import { answerState } from './answer-state'
import { sightOf } from './answer-steps'
import type { AnswerHead, AnswersInSight, ComparedAnswer } from './compared'
import type { Mask } from './mask'
import { withAround } from './masked-spans'
import type { Naming } from './naming'
import { playedSpans } from './played-spans'
import type { GivenRating, Rating } from './rating'
import type { StoredAnswer } from './stored-answers'
import { findSaid, type SaidSegment } from './stored-said'
import { wordsAsRead } from './words-as-read'

type Asked = { naming: Naming; key: string; text: string | null }

/** In the order in which the reader meets them. What members correct is read by whoever reads the interview. */
export async function toAnswers(rows: StoredAnswer[], { naming, key, text }: Asked): Promise<ComparedAnswer[]> {
  const ids = rows.map(({ id }) => id)
  const [said, corrections] = await Promise.all([findSaid(key, ids), findCorrectionsOf(db(), ids)])
  return answersOf(inOrder(rows, naming), { naming, text, said, corrections })
}

type Found = Omit<Shown, 'said' | 'corrected'> & { said: Map<string, SaidSegment[]>; corrections: StoredCorrection[] }

/** `said` and `corrections` are those of all of them. */
export function answersOf(rows: StoredAnswer[], { said, corrections, ...shown }: Found): ComparedAnswer[] {
  const byInterview = correctionsBy(corrections, ({ interviewId }) => interviewId)
  return rows.map((row) => {
    const corrected = correctionsBySegment(byInterview.get(row.id) ?? [])
    return toAnswer(row, { ...shown, said: said.get(row.id) ?? [], corrected })
  })
}

/** The same without what is said out of sight. */
export async function toAnswersInSight(rows: StoredAnswer[], asked: Asked): Promise<AnswersInSight['answers']> {
  const { naming, text } = asked
  const ordered = inOrder(rows, naming)
  const isInSight = sightOf(ordered.map((row) => ({ state: answerState(row), rating: row.rating })))
  const near = await toAnswers(
    ordered.filter((_, index) => isInSight(index)),
    asked,
  )
  const whole = new Map(near.map((answer) => [answer.interview, answer]))
  return ordered.map((row) => {
    const { mask, ...called } = naming.of(row.id, row.candidate)
    return whole.get(called.interview) ?? headOf(row, { called, mask, text })
  })
}

function inOrder(rows: StoredAnswer[], { placeOf }: Naming): StoredAnswer[] {
  return rows.toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
}

type Shown = { naming: Naming; text: string | null; said: SaidSegment[]; corrected: Map<number, Replacement[]> }

/** `text` is the question's of today; `corrected` are those corrections of the interview that stand, by segment. */
export function toAnswer(row: StoredAnswer, { naming, text, said, corrected }: Shown): ComparedAnswer {
  const { mask, ...called } = naming.of(row.id, row.candidate)
  const read = withAround(said).map(({ index, words, ...spoken }) =>
    wordsAsRead({ ...spoken, words: words ?? undefined, corrections: corrected.get(index) ?? [] }, mask),
  )
  const segments = said.map(({ segment }, place) => ({ ...segment, text: read[place]?.text ?? '' }))
  return {
    ...headOf(row, { called, mask, text }),
    plays: playedSpans({
      segments,
      words: read.map(({ words }) => words),
      masked: read.flatMap(({ masked }) => masked),
      spans: row.spans ?? [],
    }),
    segments,
    words: compactWords(read.map(({ words }) => words)),
  }
}

type Called = { called: Pick<AnswerHead, 'interview' | 'alias' | 'candidate'>; mask: Mask; text: string | null }

function headOf(row: StoredAnswer, { called, mask, text }: Called): AnswerHead {
  const asked = row.text === null ? null : patched(row.text, mask(row.text)).text
  const isOther = text !== null && asked?.trim() !== text.trim()
  return {
    ...called,
    state: answerState(row),
    seconds: row.seconds,
    askedAs: isOther && row.isAsked ? asked : null,
    recording: recordingOf(row),
    rating: ratingOf(row),
    colleagues: row.showsColleagues ? { is: 'shown', ratings: row.colleagues } : { is: 'hidden', until: 'my_vote' },
  }
}

function recordingOf({ hasAudio, hasVideo }: Pick<StoredAnswer, 'hasAudio' | 'hasVideo'>): ComparedAnswer['recording'] {
  if (hasAudio) return 'audio'
  return hasVideo ? 'video' : null
}

function ratingOf({
  rating,
  ratedOn,
  ratedAt,
}: Pick<StoredAnswer, 'rating' | 'ratedOn' | 'ratedAt'>): GivenRating | null {
  if (rating === null || ratedAt === null) return null
  return { rating: rating as Rating, anchors: ratedOn, ratedAt: new Date(ratedAt).toISOString() }
}
