import type { May, Viewer } from '../../auth/viewer'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk, type GivenInterview } from '../../db/testing/interview'
import { questionKey } from '../../transcript/question-key'
import type { Question } from '../../transcript/transcript'
import { giveRating } from '../commands'
import type { ComparedAnswer } from '../compared'
import { findAnswers } from '../queries'
import type { GivenRating, Rating } from '../rating'

export const [WHY, NIGHT, OLD] = ['Why this job?', 'Tell me about a night.', 'Do you drive?']
export const [WHY_KEY, NIGHT_KEY, OLD_KEY] = [questionKey(WHY), questionKey(NIGHT), questionKey(OLD)]

export const asked = (text: string, segments: number[]): Question => ({ text, segments, start: null, end: null })

/** What is otherwise than usual. */
export type Talk = Partial<GivenInterview>

/** Each word takes a second: the question about a night is asked in the third segment and answered, by `last`, in the fourth. */
export function givenTalkWith({
  name,
  last,
  ...interview
}: Talk & { name: string; last: string }): Promise<GivenInterview> {
  const talk = givenTalk([
    ['agent', `Hi ${name}, why this job?`],
    ['candidate', 'For the nights.'],
    ['agent', 'Tell me about a night.'],
    ['candidate', last],
  ])
  const questions = [asked(WHY, [0, 1]), asked(NIGHT, [2, 3])]
  return givenInterview({ candidate: { name, email: null }, ...talk, questions, ...interview })
}

/** A flow to compare in, a reviewer who does, and who decides how; whom it is given, what they answer there, and what the reviewer thinks of it. */
export type CompareScene = {
  flowId: string
  viewer: Viewer
  lead: May<'names.hide'> & May<'anchors.write'>
  given: (name: string, last: string, talk?: Talk) => Promise<GivenInterview>
  answersTo: (key: string, of?: Viewer) => Promise<ComparedAnswer[]>
  rate: (interview: GivenInterview, key: string, rating: Rating) => Promise<GivenRating>
}

export async function givenCompareScene(): Promise<CompareScene> {
  const { id: flowId } = await givenFlow({ questions: [WHY, NIGHT], title: 'Night shift' })
  const viewer = await givenViewer({ role: 'reviewer' })
  const lead = whoMay(whoMay(await givenViewer(), 'names.hide'), 'anchors.write')
  return {
    flowId,
    viewer,
    lead,
    given: (name, last, talk = {}) => givenTalkWith({ flowId, name, last, ...talk }),
    answersTo: async (key, of = viewer) => (await findAnswers(of, { flowId, key })).answers,
    rate: ({ id: interviewId }, key, rating) => giveRating(viewer, { interviewId, key }, { rating }),
  }
}
