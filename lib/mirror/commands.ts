import 'server-only'
import type { Viewer } from '../auth/viewer'
import { databaseFailure } from '../db/unavailable'
import { DebriefError, type FailureCode } from '../errors'
import { log } from '../log'
import { mirrorMissing } from './mirror'
import { pause } from '../pause'
import type { InterviewId } from '../interviews/interview-id'
import { mayAskRibbon } from './budget'
import { isRibbonWell } from './ribbon-well'
import { faultOf, recordFaults } from './store/unreadable'
import { withPatience } from './with-patience'

const PLAUSIBLE_ID = /^[\p{L}\p{N}_.:-]{1,128}$/u
const PATIENCE_MS = 10_000
/** So long Ribbon has to say that it is well. */
const WELL_WITHIN_MS = 2_000
const REMEMBERED_MS = 60_000
const FAILURE_REMEMBERED_MS = 5_000
const MEANS_NOTHING_HERE: FailureCode[] = ['ribbon_not_found', 'ribbon_forbidden']

type Question = { until: number; answer: Promise<void> }

// Next loads a module several times in one process; what Ribbon was asked must be asked only once.
const shared = globalThis as typeof globalThis & { debriefQuestions?: Map<string, Question> }

/**
 * Asks Ribbon for an interview that the viewer does not find in the mirror, once a minute; whether they may see it is for
 * the query after this to say. It takes the same way for what another team has as for what does not exist, so that a
 * stranger can't tell them apart: what fails of this interview alone, while Ribbon is well, is as if Ribbon did not know it, and so
 * is what a reader asks for beyond their budget. Throws the `ribbon_…` codes when Ribbon as a whole is the reason that nothing can be said.
 */
export async function fetchMissingInterview(viewer: Viewer, id: InterviewId): Promise<void> {
  if (!PLAUSIBLE_ID.test(id)) return
  const questions = (shared.debriefQuestions ??= new Map())
  for (const [other, { until }] of questions) if (until <= performance.now()) questions.delete(other)

  const asked = questions.get(id)
  if (asked) return asked.answer
  if (!mayAskRibbon(viewer)) return
  const question = { until: performance.now() + REMEMBERED_MS, answer: ask(id) }
  questions.set(id, question)
  await question.answer.catch((error: unknown) => {
    question.until = performance.now() + FAILURE_REMEMBERED_MS
    throw error
  })
}

async function ask(id: InterviewId): Promise<void> {
  try {
    await withPatience(mirrorMissing(id), PATIENCE_MS)
  } catch (error) {
    if (error instanceof DebriefError && MEANS_NOTHING_HERE.includes(error.code)) return
    if (!(await isOfThisAlone(error))) throw error
    await noteFault(id, error)
  }
}

async function isOfThisAlone(error: unknown): Promise<boolean> {
  // What is no fault of the interview is one of Debrief's own, also where it came up in storing one.
  if (databaseFailure(error) !== null || faultOf(error) === null) return false
  return !(error instanceof DebriefError) || (await isWellSoon())
}

async function isWellSoon(): Promise<boolean> {
  const known = new AbortController()
  const late = pause(WELL_WITHIN_MS, known.signal).then(() => false)
  return Promise.race([isRibbonWell(), late]).finally(() => known.abort())
}

/** For the log, and for admins where Ribbon has it: what it only refuses may be any id that somebody typed. */
async function noteFault(id: InterviewId, cause: unknown): Promise<void> {
  log.warn({ interviewId: id, cause }, 'an interview that somebody asked for could not be read or stored')
  const reason = faultOf(cause)
  const isThere = !(cause instanceof DebriefError) || cause.code === 'ribbon_unreadable'
  if (reason !== null && isThere) await recordFaults([{ kind: 'interview', place: id, reason }])
}
