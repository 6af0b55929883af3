import 'server-only'
import type { Server } from 'node:http'
import { dressAnswers } from './auth/dress-answers'
import { stampPeerAddress } from './auth/peer'
import { compressAnswers } from './compress-answers'
import { closePool, pool } from './db/client'
import { migrate } from './db/migrate'
import { env, isProduction } from './env'
import { keepHeapSmall } from './heap'
import { log } from './log'
import { announceSetup } from './members/setup'
import { startCallLog } from './mirror/call-log'
import { startKeeper } from './mirror/keeper'
import { quietConsole } from './quiet-console'
import { endOpenStreams } from './recordings/open-streams'
import { onRequestStart } from './request-start'
import { startWebhookWorker } from './webhooks/worker'

const DATABASE_PATIENCE_MS = 30_000
const GRACE_MS = 8_000
/** A listener who has paused never takes the end of the stream: after this the connection itself is cut. */
const CUT_MS = 2_000

/** Everything that has to be true before the first request is answered. Ends the process with a sentence when it can't be. */
export async function start(): Promise<void> {
  if (isProduction()) quietConsole()
  keepHeapSmall()
  try {
    env()
    stampPeerAddress()
    dressAnswers()
    compressAnswers()
    await untilDatabaseAnswers()
    await migrate()
    await announceSetup()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
  stopWithTheProcess([startKeeper(), startCallLog(), startWebhookWorker()])
}

/** A database that starts beside the app may take a little longer. */
async function untilDatabaseAnswers(): Promise<void> {
  for (const deadline = performance.now() + DATABASE_PATIENCE_MS; ;) {
    try {
      await pool().query('SELECT 1')
      return
    } catch (cause) {
      if (performance.now() > deadline)
        throw new Error('The database that DATABASE_URL names does not answer.', { cause })
      log.warn({ cause }, 'waiting for the database')
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/**
 * At a signal Next closes the server and exits once nothing is open any more: before that the mirror's lease has to be given
 * back, and the recordings have to end, which would keep it for as long as somebody listens.
 */
function stopWithTheProcess(background: { stop: () => Promise<void> }[]) {
  let stopping = false
  let server: Server | undefined
  onRequestStart((started) => {
    server = started.server
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const closeServer = process.rawListeners(signal).map((listener) => listener.bind(process, signal))
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), GRACE_MS).unref()
      setInterval(endOpenStreams, 250).unref()
      setTimeout(() => server?.closeAllConnections(), CUT_MS).unref()
      endOpenStreams()
      server?.once('close', () => void closePool())
      const stopped = Promise.allSettled(background.map((work) => work.stop()))
      void stopped.then(() => closeServer.forEach((close): unknown => close()))
    })
  }
  // launch/ holds the other end of this channel: without the one who started it, the embedded database is gone too.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
