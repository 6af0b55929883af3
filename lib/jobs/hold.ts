import 'server-only'
import { log } from '../log'
import { renew, type Claim, type Standing } from './claim'
import { startHeartbeat } from './heartbeat'
import type { JobProgress, Run } from './job'
import { jobEvents } from './notify'

type Why = Exclude<Standing, 'held'> | 'stopped'

class Interrupted extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(`The work is to end: ${why}.`)
    this.why = why
  }
}

export type Hold = Run & { whyInterrupted: () => Why | null; end: () => void }

/** Keeps a claim, until `end`, and notices when the work is to stop. */
export function hold(claim: Claim, stopped: AbortSignal): Hold {
  const interrupted = new AbortController()
  const { signal } = interrupted
  const interrupt = (why: Why) => signal.aborted || interrupted.abort(new Interrupted(why))
  const beat = async (progress?: JobProgress) => {
    const standing = await renew(claim, progress)
    if (standing !== 'held') interrupt(standing)
  }
  const beatAlone = () => void beat().catch((cause: unknown) => log.warn({ cause }, 'a job’s claim was not renewed'))
  const stop = () => void interrupt('stopped')
  const heartbeat = startHeartbeat(beatAlone)
  jobEvents().addEventListener('cancel', beatAlone)
  stopped.addEventListener('abort', stop)
  if (stopped.aborted) stop()

  return {
    signal,
    wasPaused: heartbeat.wasPaused,
    report: async (progress) => {
      if (!signal.aborted) await beat(progress)
      signal.throwIfAborted()
    },
    whyInterrupted: () => (signal.reason instanceof Interrupted ? signal.reason.why : null),
    end: () => {
      heartbeat.stop()
      jobEvents().removeEventListener('cancel', beatAlone)
      stopped.removeEventListener('abort', stop)
    },
  }
}
