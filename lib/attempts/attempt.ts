import type { InterviewRow } from '../interviews/interview'

/** Of one candidate in one flow that are told, the first ones, beside those that are asked for. */
export const MOST_ATTEMPTS = 50

/**
 * One of the interviews of one candidate in one flow, the `number`th of `total` that the reader sees. `isLinked`: somebody has said that it is, since its email is another one
 * than that of others.
 */
export type Attempt = Pick<InterviewRow, 'id' | 'candidate' | 'state' | 'invalid' | 'votes' | 'firstSeenAt'> & {
  isLinked: boolean
  number: number
  total: number
}

/** By interview, the attempts of its candidate in its flow, from the first on; of one alone there are none. Of very many it has the first ones, and itself. */
export type AttemptsByInterview = Record<string, Attempt[]>
