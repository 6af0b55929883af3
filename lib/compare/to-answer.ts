import 'server-only'
import { db } from '../db/client'
import { findCorrectionsOf } from '../interviews/standing-corrections'
import { correctionsBySegment, type Replacement } from '../transcript/as-read'
import { compactWords } from '../transcript/words'
import { patched } from '../text/patched'
import { answerState } from './answer-state'
import type { ComparedAnswer } from './compared'
import type { Naming } from './naming'
import { playedSpans } from './played-spans'
import type { GivenRating, Rating } from './rating'
import type { StoredAnswer } from './stored-answers'
import { wordsAsRead } from './words-as-read'

/** In the order in which the reader meets them. What members correct is read by whoever reads the interview. */
export async function toAnswers(
  rows: StoredAnswer[],
  { naming, text }: Omit<Shown, 'corrections'>,
): Promise<ComparedAnswer[]> {
  const ids = rows.filter(({ said }) => said.length > 0).map(({ id }) => id)
  const corrections = await findCorrectionsOf(db(), ids)
  return rows
    .toSorted((a, b) => naming.placeOf(a.id) - naming.placeOf(b.id))
    .map((row) => {
      const own = corrections.filter(({ interviewId }) => interviewId === row.id)
      return toAnswer(row, { naming, text, corrections: own })
    })
}

type Shown = { naming: Naming; text: string | null; corrections: Replacement[] }

/** `text` is the question's of today; `corrections` are those of the interview that stand. */
export function toAnswer(row: StoredAnswer, { naming, text, corrections }: Shown): ComparedAnswer {
  const { interview, candidate, mask } = naming.of(row.id, row.candidate)
  const own = correctionsBySegment(corrections)
  const read = row.said.map(({ index, segment, words }) =>
    wordsAsRead({ segment, words: words ?? undefined, corrections: own.get(index) ?? [] }, mask),
  )
  const segments = row.said.map(({ segment }, place) => ({ ...segment, text: read[place]?.text ?? '' }))
  const asked = row.text === null ? null : patched(row.text, mask(row.text)).text
  const isOther = text !== null && asked?.trim() !== text.trim()
  return {
    interview,
    candidate,
    state: answerState(row),
    seconds: row.seconds,
    askedAs: isOther && row.isAsked ? asked : null,
    recording: recordingOf(row),
    plays: playedSpans({
      segments,
      words: read.map(({ words }) => words),
      masked: read.flatMap(({ masked }) => masked),
      spans: row.spans ?? [],
    }),
    segments,
    words: compactWords(read.map(({ words }) => words)),
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
