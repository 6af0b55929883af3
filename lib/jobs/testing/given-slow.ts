import type { Job } from '../job'
import { deferred } from './deferred'
import { givenJob } from './given-job'

/** A job under way whose handler ends when it is told to. */
export function givenSlow(more?: Partial<Job<{ name: string }>>) {
  const [begun, end] = [deferred<AbortSignal>(), deferred()]
  const slow = givenJob(async (_, { signal }) => {
    begun.resolve(signal)
    await end.promise
    signal.throwIfAborted()
  }, more)
  return { slow, begun: begun.promise, end: end.resolve }
}
