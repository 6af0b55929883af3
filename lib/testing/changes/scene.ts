// What there is before each change that a route makes.
import { NO_SCORES } from '../../assessment/scores'
import { hideNames } from '../../compare/commands'
import { correctTranscript } from '../../corrections/commands'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import { writeNote } from '../../notes/commands'
import { setStatus } from '../../status/commands'
import { questionKey } from '../../transcript/question-key'

export type ChangeScene = Awaited<ReturnType<typeof givenChangeScene>>

const QUESTION = 'What did you run?'
export const KEY = questionKey(QUESTION)
export const NOTE = {
  ...{ parentId: null, body: 'Strong start', at: 1 },
  quote: { segment: 0, from: 2, to: 5, text: 'ran', until: { segment: 0, to: 9 } },
}
export const CORRECTION = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' }

/** `me` has noted on an interview, corrected it and decided about it, in a flow that hides names; another one is signed in elsewhere. */
export async function givenChangeScene() {
  const me = await givenViewer({ role: 'admin' })
  const another = await givenViewer({ role: 'admin' })
  const colleague = await givenViewer({ role: 'reviewer' })
  const { id: flowId } = await givenFlow({ questions: [QUESTION] })
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const { id: interviewId } = await givenInterview({ flowId, questions, scores: { ...NO_SCORES, skills: 3 } })
  await hideNames(whoMay(me, 'names.hide'), flowId, true)
  const attempts = [(await givenInterview({ flowId })).id, (await givenInterview({ flowId })).id] as const
  const [noteId, correctionId] = [crypto.randomUUID(), crypto.randomUUID()]
  await writeNote(me, { interviewId, noteId }, { ...NOTE, body: `@${me.email}` })
  await correctTranscript(me, { interviewId, correctionId }, CORRECTION)
  const set = await setStatus(whoMay(me, 'status.set'), { id: interviewId }, { status: 'shortlisted', reason: null })
  return { me, another, colleague, flowId, interviewId, attempts, noteId, correctionId, version: set.version ?? '' }
}
