import type { Role } from '../lib/auth/permissions'
import type { AnchorsDraft } from '../lib/compare/anchors'
import type { Rating } from '../lib/compare/rating'
import { questionKey } from '../lib/transcript/question-key'
import type { SampleDecision } from './sample-decision'
import { CALLUM, FARIDA, INGRID, KYLE, WENDELL } from './sample-people'

/** Of the sample flows the one whose answers are rated: Night shift supervisor. */
const RATED_FLOW = '9b04e6d1'

export const BAD_NIGHT = 'Tell me about a night when the delivery or the staffing went badly wrong. What did you do?'
export const ALCOHOL = 'What would you do if one of your best workers came in smelling of alcohol?'

/** What a 1, a 3 and a 5 are for two questions, and what the sample members gave: some answers are left to be rated. */
export const SAMPLE_RATINGS: SampleDecision[] = [
  anchors(BAD_NIGHT, {
    one: 'Blames others, or tells of no night in particular.',
    three: 'Says what was done, in order, and that it worked.',
    five: 'Names an own mistake, and what is done otherwise since.',
  }),
  anchors(ALCOHOL, {
    one: 'Looks away, or dismisses on the spot.',
    three: 'Takes them off the floor and tells somebody.',
    five: 'Safety first, then the person: asks, gets them home, writes it down.',
  }),
  ...rated(BAD_NIGHT, INGRID, { admin: 5, recruiter: 4, reviewer: 5 }),
  ...rated(BAD_NIGHT, WENDELL, { admin: 4, reviewer: 3 }),
  ...rated(BAD_NIGHT, KYLE, { admin: 2, recruiter: 2, reviewer: 1 }),
  ...rated(BAD_NIGHT, CALLUM, { admin: 4, recruiter: 3 }),
  ...rated(BAD_NIGHT, FARIDA, { recruiter: 4 }),
  ...rated(ALCOHOL, INGRID, { admin: 5, reviewer: 5 }),
  ...rated(ALCOHOL, WENDELL, { reviewer: 4 }),
  ...rated(ALCOHOL, KYLE, { admin: 1 }),
]

function anchors(question: string, scale: Omit<AnchorsDraft, 'replaces'>): SampleDecision {
  const path = `/api/flows/${RATED_FLOW}/questions/${questionKey(question)}/anchors`
  const send = { method: 'PUT', path, body: { ...scale, replaces: null } } as const
  return { interviewId: INGRID, by: 'admin', send, told: ['anchors.written', RATED_FLOW] }
}

function rated(question: string, interviewId: string, given: Partial<Record<Role, Rating>>): SampleDecision[] {
  const path = `/api/interviews/${interviewId}/ratings/${questionKey(question)}`
  return Object.entries(given).map(([by, rating]) => {
    const send = { method: 'PUT', path, body: { rating } } as const
    return { interviewId, by: by as Role, send, told: ['rating.given', interviewId] }
  })
}
