import type { InterviewRow } from '../interviews/interview'

/**
 * One of the interviews of one candidate in one flow. `isLinked`: somebody has said that it is, since its email is another one
 * than that of others.
 */
export type Attempt = Pick<InterviewRow, 'id' | 'candidate' | 'state' | 'invalid' | 'votes' | 'firstSeenAt'> & {
  isLinked: boolean
}

/** By interview, the attempts of its candidate in its flow, itself among them, from the first on; of one alone there are none. */
export type AttemptsByInterview = Record<string, Attempt[]>
