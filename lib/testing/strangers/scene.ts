// An interview which the viewer has noted on, corrected, heard and was asked about, and will lose in one of several ways.
import { NO_SCORES } from '../../assessment/scores'
import { askMember } from '../../assignments/commands'
import type { Viewer } from '../../auth/viewer'
import { correctTranscript } from '../../corrections/commands'
import { db } from '../../db/client'
import { teams } from '../../db/schema/interviews'
import { arrives, givenFlow, givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import { EVERYTHING } from '../../interviews/list/filter'
import { listInterviews } from '../../interviews/list/queries'
import { recordListening, recordReading } from '../../listening/commands'
import { writeNote } from '../../notes/commands'
import { questionKey } from '../../transcript/question-key'

export type Scene = Awaited<ReturnType<typeof givenScene>>

export const NOTE = { parentId: null, body: 'Strong start', at: 1, quote: null }
export const CORRECTION = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }
const QUESTION = 'What did you run?'
export const KEY = questionKey(QUESTION)
export const TEAM = 'of_the_case'

type Places = { flowId: string; interviewId: InterviewId }

/** `given` makes the viewer, who sees the interview. */
export async function givenScene(given: (places: Places) => Promise<Viewer>) {
  const flowId = (await givenFlow({ teamId: TEAM, questions: [QUESTION] })).id
  await db().insert(teams).values({ id: TEAM, name: 'Nights' }).onConflictDoNothing()
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const interview = await givenInterview({ teamId: TEAM, flowId, questions, scores: { ...NO_SCORES, skills: 3 } })
  const viewer = await given({ flowId, interviewId: interview.id })
  const [noteId, correctionId] = [crypto.randomUUID(), crypto.randomUUID()]
  await writeNote(viewer, { interviewId: interview.id, noteId }, { ...NOTE, body: `@${viewer.email}` })
  await correctTranscript(viewer, { interviewId: interview.id, correctionId }, CORRECTION)
  await recordListening(viewer, interview.id, [{ start: 0, end: 1 }])
  await recordReading(viewer, interview.id, [{ start: 0, end: 1 }])
  await askMember(viewer, interview.id, askingMe(viewer))
  const { asOf } = await listInterviews(viewer, EVERYTHING)
  await arrives({ ...interview, scores: { ...NO_SCORES, skills: 4 } })
  return { flowId, interview, viewer, noteId, correctionId, asOf }
}

export const askingMe = (viewer: Viewer) => ({ memberId: viewer.memberId, message: null, dueOn: null })
