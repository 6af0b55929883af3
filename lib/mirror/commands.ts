import 'server-only'
import type { Viewer } from '../auth/viewer'
import { DebriefError, type FailureCode } from '../errors'
import { mirrorMissing } from './mirror'
import { pause } from '../pause'
import type { InterviewId } from '../interviews/interview-id'

const PLAUSIBLE_ID = /^[\p{L}\p{N}_.:-]{1,128}$/u
const PATIENCE_MS = 10_000
const REMEMBERED_MS = 60_000
const FAILURE_REMEMBERED_MS = 5_000
const MOST_REMEMBERED = 1_000
const MEANS_NOTHING_HERE: FailureCode[] = ['ribbon_not_found', 'ribbon_forbidden']

type Question = { until: number; answer: Promise<void> }

// Next loads a module several times in one process; what Ribbon was asked must be asked only once.
const shared = globalThis as typeof globalThis & { debriefQuestions?: Map<string, Question> }

/**
 * Asks Ribbon for an interview that the viewer does not find in the mirror, once a minute; whether they may see it is for
 * the query after this to say. It takes the same way for what another team has as for what does not exist, so that a
 * stranger can't tell them apart. Throws the `ribbon_…` codes when Ribbon is the reason that nothing can be said.
 */
export async function fetchMissingInterview(_viewer: Viewer, id: InterviewId): Promise<void> {
  if (!PLAUSIBLE_ID.test(id)) return
  shared.debriefQuestions ??= new Map()
  const asked = shared.debriefQuestions.get(id)
  if (asked && asked.until > performance.now()) return asked.answer

  if (shared.debriefQuestions.size >= MOST_REMEMBERED) shared.debriefQuestions.clear()
  const question = { until: performance.now() + REMEMBERED_MS, answer: ask(id) }
  shared.debriefQuestions.set(id, question)
  await question.answer.catch((error: unknown) => {
    question.until = performance.now() + FAILURE_REMEMBERED_MS
    throw error
  })
}

/** What arrives after nobody waits any more is stored all the same. */
async function ask(id: InterviewId): Promise<void> {
  const answered = new AbortController()
  const late = pause(PATIENCE_MS, answered.signal).then(() => Promise.reject(new DebriefError('ribbon_unreachable')))
  try {
    await Promise.race([mirrorMissing(id), late])
  } catch (error) {
    if (!(error instanceof DebriefError) || !MEANS_NOTHING_HERE.includes(error.code)) throw error
  } finally {
    answered.abort()
  }
}
