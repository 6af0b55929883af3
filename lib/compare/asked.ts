import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import type { Executor } from '../db/client'
import { questionAnswers } from '../db/schema/facts'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import type { QuestionRef } from './stored-anchors'

const WAS_ASKED = sql`cardinality(${questionAnswers.segments}) > 0`

/** The flow of an interview that was asked this question. Throws `answer_not_found`. */
export async function requireAsked(
  on: Executor,
  viewer: Viewer,
  { interviewId, key }: { interviewId: InterviewId; key: string },
): Promise<{ flowId: string | null; isInvalid: boolean }> {
  const [asked] = await on
    .select({ flowId: seen.flowId, isInvalid: seen.isInvalid })
    .from(interviewsOf(viewer))
    .innerJoin(questionAnswers, eq(questionAnswers.interviewId, seen.id))
    .where(and(eq(seen.id, interviewId), eq(questionAnswers.questionKey, key), WAS_ASKED))
  if (!asked) throw new DebriefError('answer_not_found')
  return asked
}

/** Whether any of the flow's interviews that this member sees was asked it. */
export async function isAsked(on: Executor, viewer: Viewer, { flowId, key }: QuestionRef): Promise<boolean> {
  const [asked] = await on
    .select({ id: seen.id })
    .from(interviewsOf(viewer))
    .innerJoin(questionAnswers, eq(questionAnswers.interviewId, seen.id))
    .where(and(eq(seen.flowId, flowId), eq(questionAnswers.questionKey, key), WAS_ASKED))
    .limit(1)
  return asked !== undefined
}
