import 'server-only'
import { recurring, type Job } from '../jobs/job'
import { sealEvents } from './seal'

const EVERY_SECONDS = 5

/** Seals what was told, here or elsewhere. */
export const sealing: Job<object> = {
  kind: 'audit.seal',
  ...recurring(EVERY_SECONDS),
  async run(_, { signal }) {
    await sealEvents(signal)
  },
}
