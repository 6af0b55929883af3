import 'server-only'
import { sendDefaultHeaders } from './auth/default-headers'
import { stampPeerAddress } from './auth/peer'
import { pool } from './db/client'
import { migrate } from './db/migrate'
import { env } from './env'
import { log } from './log'
import { announceSetup } from './members/setup'
import { startKeeper, type Keeper } from './mirror/keeper'
import { endOpenStreams } from './recordings/open-streams'

const DATABASE_PATIENCE_MS = 30_000
const GRACE_MS = 8_000

/** Everything that has to be true before the first request is answered. Ends the process with a sentence when it can't be. */
export async function start(): Promise<void> {
  try {
    env()
    stampPeerAddress()
    sendDefaultHeaders()
    await untilDatabaseAnswers()
    await migrate()
    await announceSetup()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
  stopWithTheProcess(startKeeper())
}

/** A database that starts beside the app may take a little longer. */
async function untilDatabaseAnswers(): Promise<void> {
  for (const deadline = Date.now() + DATABASE_PATIENCE_MS; ;) {
    try {
      await pool().query('SELECT 1')
      return
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('The database that DATABASE_URL names does not answer.', { cause })
      log.warn({ cause }, 'waiting for the database')
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** Next closes the server at a signal but waits for open responses; recordings would keep it for as long as somebody listens. */
function stopWithTheProcess(keeper: Keeper) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setInterval(endOpenStreams, 250).unref()
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    endOpenStreams()
    void keeper.stop()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // launch/ holds the other end of this channel: without the one who started it, the embedded database is gone too.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
