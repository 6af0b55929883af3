import 'server-only'
import { z } from 'zod'
import type { Job } from '../jobs/job'
import { sealEvents } from './seal'

const EVERY_SECONDS = 5

/** Seals what was told, here or elsewhere. */
export const sealing: Job<object> = {
  kind: 'audit.seal',
  payload: z.object({}),
  atOnce: 1,
  every: () => EVERY_SECONDS,
  retryAfter: () => EVERY_SECONDS,
  longestWait: () => EVERY_SECONDS,
  async run(_, { signal }) {
    await sealEvents(signal)
  },
}
