import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Attempt } from '../attempts/attempt'
import { attemptsOf, placedAmong } from '../attempts/placed'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { flows, transcripts } from '../db/schema/interviews'
import { correctionsOfSeen } from '../corrections/of-seen'
import type { Correction } from '../corrections/correction'
import type { Interview, ScoreVersion } from '../interviews/interview'
import { versionsOfSeen } from '../interviews/score-versions'
import { voteColumns, votesOf } from '../votes/of-seen'
import type { Votes } from '../votes/vote'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen, titled } from '../interviews/seen'
import { toInterview, wholeColumns } from '../interviews/whole'
import type { AskedQuestion } from '../transcript/asked-questions'
import { FACT_RULES, type InterviewFacts } from './facts'

/** `facts` is null where none are stored by the rules of today. */
export type Review = {
  interview: Interview
  facts: InterviewFacts | null
  corrections: Correction[]
  formerScores: ScoreVersion[]
  votes: Votes
  /** Those of its candidate in its flow, as `listAttempts` has them. */
  attempts: Attempt[]
}

/** Null when absent and when another team's. In one statement, so that all of it is of this transcript. */
export async function findReview(reader: Reader, id: InterviewId): Promise<Review | null> {
  const { words, share, pause } = interviewFacts
  const [row] = await db()
    .select({
      ...wholeColumns(reader),
      words,
      share,
      pause,
      asked: ASKED,
      ...BESIDES,
      placed: placedAmong(reader, [id]),
    })
    .from(titled(interviewsOf(reader)))
    .innerJoin(transcripts, eq(transcripts.interviewId, seen.id))
    .leftJoin(interviewFacts, and(eq(interviewFacts.interviewId, seen.id), eq(interviewFacts.rules, FACT_RULES)))
    .leftJoin(flows, eq(flows.id, seen.flowId))
    .where(eq(seen.id, id))
  if (!row) return null

  const { asked, words: said, corrections, formerScores } = row
  const facts = said === null ? null : { asked, figures: { words: said, share: row.share, pause: row.pause } }
  return {
    interview: toInterview(row),
    facts,
    corrections,
    formerScores,
    votes: votesOf(reader, row),
    attempts: attemptsOf(row.placed, [id]).get(id) ?? [],
  }
}

const BESIDES = { corrections: correctionsOfSeen, formerScores: versionsOfSeen, ...voteColumns }

const askedQuestions: z.ZodType<AskedQuestion[]> = z.array(
  z.object({
    key: z.string(),
    text: z.string(),
    segments: z.array(z.number()),
    spans: z.array(z.object({ start: z.number(), end: z.number() })),
    seconds: z.number().nullable(),
    words: z.number(),
    followUps: z.number(),
  }),
)

/** What an interview was asked, as one value of its row. */
const ASKED = sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'key', ${questionAnswers.questionKey}, 'text', ${questionAnswers.text}, 'segments', ${questionAnswers.segments},
    'spans', ${questionAnswers.spans}, 'seconds', ${questionAnswers.seconds}, 'words', ${questionAnswers.words},
    'followUps', ${questionAnswers.followUps}
  ) ORDER BY ${asc(questionAnswers.position)}), '[]')
  FROM ${questionAnswers} WHERE ${questionAnswers.interviewId} = ${interviewFacts.interviewId}
)`.mapWith((stored: unknown) => askedQuestions.parse(stored))
