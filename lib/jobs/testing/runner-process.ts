/** A replica for tests: it claims a job of the kind that it is told, says so, and never ends it. */
import { processNext } from '../process'
import { givenJob } from './given-job'

const kind = process.argv[2] ?? ''
const endless = givenJob(
  async (_, { report }) => {
    await report({ done: 1, total: 2 })
    process.send?.('working')
    await new Promise(() => setInterval(() => {}, 60_000))
  },
  { kind },
)
process.once('disconnect', () => process.exit())
await processNext([endless])
