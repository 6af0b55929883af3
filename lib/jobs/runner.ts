import 'server-only'
import { once } from 'node:events'
import { log } from '../log'
import { pause } from '../pause'
import { claimNext, type Claimed } from './claim'
import type { Job } from './job'
import { jobEvents, notify } from './notify'
import { processClaimed } from './process'
import { schedule } from './recurring'
import { giveBack } from './release'

/** How often it looks for what another replica has enqueued, or what is to be tried again. */
const LOOK_MS = 2_000
/** Work under way at `stop` gets so long to end by itself. */
const PATIENCE_MS = 2_000

export type Runner = { stop: () => Promise<void> }

/** Does the work of these jobs that this or another replica has enqueued, until `stop`; work of other kinds it leaves alone. */
export function startRunner(jobs: Job[]): Runner {
  const stopped = new AbortController()
  const running = new Map<Claimed, Promise<void>>()
  const looking = look()

  async function look() {
    let isScheduled = false
    while (!stopped.signal.aborted) {
      const idle = new AbortController()
      const notified = once(jobEvents(), 'due', { signal: idle.signal }).catch(() => {})
      isScheduled ||= await succeeds(() => schedule(jobs))
      if (!(await succeeds(startNext))) await Promise.race([notified, pause(LOOK_MS, idle.signal)])
      idle.abort()
    }
    await Promise.all(running.values())
  }

  async function startNext(): Promise<boolean> {
    const working = Array.from(running.keys(), ({ job }) => job)
    const free = jobs.filter((job) => working.filter((other) => other === job).length < job.atOnce)
    const claimed = free.length === 0 ? null : await claimNext(free)
    if (!claimed) return false
    running.set(
      claimed,
      processClaimed(claimed, stopped.signal).finally(() => ended(claimed)),
    )
    return true
  }

  function ended(claimed: Claimed) {
    running.delete(claimed)
    notify()
  }

  async function stop() {
    stopped.abort()
    notify()
    await Promise.race([looking, pause(PATIENCE_MS)])
    await succeeds(() => Promise.all(Array.from(running.keys(), ({ claim }) => giveBack(claim))))
  }

  return { stop }
}

/** False also when the answer is. */
async function succeeds(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await ask()) !== false
  } catch (cause) {
    log.warn({ cause }, 'the jobs could not be looked at')
    return false
  }
}
