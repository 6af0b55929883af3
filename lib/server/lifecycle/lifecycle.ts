import 'server-only'
import type { Server } from 'node:http'
import { admitPages } from '../admission'
import { sendSecurityHeaders } from '../security-headers'
import { stampHeadRequests } from '../head-request'
import { stampPeerAddress } from '../peer'
import { carriesSession } from '../../auth/session-cookie'
import { leaveVolume } from '../../audit/hanging-volume'
import { tellOrigins } from '../../audit/origin'
import { startTellingReads } from '../../audit/reads'
import { currentPeer } from '../current-peer'
import { compressAnswers } from '../compress-answers'
import { closePool } from '../../db/client'
import { migrate } from '../../db/migrate'
import { requireUsableDatabase, whyUnusable } from '../../db/usable'
import { env, isProduction } from '../../env'
import { log } from '../../log'
import { startRunner } from '../../jobs/runner'
import { announceSetup } from '../../members/setup'
import { announceGlass } from '../../members/ways-in/announce-glass'
import { startCallLog } from '../../mirror/call-log'
import { finishBeforeClosed } from './before-closed'
import { JOBS } from './jobs'
import { answerOutages } from '../page-outage'
import { quietConsole } from '../quiet-console'
import { endOpenStreams } from '../open-streams'
import { onRequestStart } from '../request-start'
import { requireSignedCertificate } from '../../ribbon/certificate'
import { refuseUnreadable } from '../unreadable-requests'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const
const GRACE_MS = 8_000
/** A listener who has paused never takes the end of the stream: after this the connection itself is cut. */
const CUT_MS = 2_000

type Background = { stop: () => Promise<void> }

/** Everything that has to be true before the first request is answered. Ends the process with a sentence when it can't be. */
export async function start(): Promise<void> {
  if (isProduction()) quietConsole()
  // Browsers have it: what the drawing of a page gets over is said to it.
  globalThis.reportError = (cause: unknown) => log.error({ cause }, 'a part of a page could not be drawn')
  process.once('exit', leaveVolume)
  // Next waits for this function before it ends, and this one may wait for a database.
  for (const signal of SIGNALS) process.once(signal, () => setTimeout(() => process.exit(1), GRACE_MS).unref())
  try {
    env()
    refuseUnreadable()
    stampPeerAddress()
    stampHeadRequests()
    tellOrigins(currentPeer)
    sendSecurityHeaders()
    compressAnswers()
    answerOutages()
    admitPages(carriesSession)
    await Promise.all([requireUsableDatabase(), requireSignedCertificate(env().RIBBON_API_URL)])
    await migrate()
    await announceSetup()
    await announceGlass()
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  }
  stopWithTheProcess([startCallLog(), startRunner(JOBS)], startTellingReads())
}

/**
 * At a signal Next closes the server and exits once nothing is open any more: before that the jobs under way have to be given
 * back, and the recordings have to end, which would keep it open for as long as somebody listens. What is looked at is told until
 * the last request has ended.
 */
function stopWithTheProcess(background: Background[], reads: Background) {
  let stopping = false
  let server: Server | undefined
  onRequestStart((started) => {
    server = started.server
  })
  for (const signal of SIGNALS) {
    const closeServer = process.rawListeners(signal).map((listener) => listener.bind(process, signal))
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), GRACE_MS).unref()
      setInterval(endOpenStreams, 250).unref()
      setTimeout(() => server?.closeAllConnections(), CUT_MS).unref()
      endOpenStreams()
      if (server) finishBeforeClosed(server, () => finish(reads))
      const stopped = Promise.allSettled(background.map((work) => work.stop()))
      void stopped.then(() => closeServer.forEach((close): unknown => close()))
    })
  }
  // launch/ holds the other end of this channel: without the one who started it, the embedded database is gone too.
  if (process.send && !process.connected) process.kill(process.pid, 'SIGTERM')
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

async function finish(reads: Background) {
  await reads.stop().catch((cause: unknown) => log.warn({ cause }, 'what was looked at last could not be told'))
  void closePool()
}

function sentenceOf(error: unknown): string {
  const reason = whyUnusable(error)
  if (reason) return `The database that DATABASE_URL names ${reason}`
  return error instanceof Error ? error.message : String(error)
}
