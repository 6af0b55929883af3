import { z } from 'zod'
import { backoff, type Job } from '../job'

type Payload = { name: string }

/** A job that is due. */
export const HERE: { payload: Payload } = { payload: { name: 'here' } }

/** A kind of its own, of which one runs at a time and three attempts are made, unless said so. */
export function givenJob(run: Job<Payload>['run'], more: Partial<Job<Payload>> = {}): Job<Payload> {
  const payload = z.object({ name: z.string() })
  return { kind: crypto.randomUUID(), payload, atOnce: 1, ...backoff(3), run, ...more }
}
