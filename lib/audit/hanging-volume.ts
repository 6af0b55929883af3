import 'server-only'
import { once } from 'node:events'

const LIMIT_MS = 5_000

type UnderWay = { done: Promise<void>; isLate: boolean }

// Next loads a module several times in one process.
const shared = globalThis as typeof globalThis & { debriefOnVolume?: UnderWay | undefined }

/**
 * Does what needs a volume that may hang, as one of the network does whose server is away: such a call never returns, cannot be called
 * off, and holds one of the four threads that files, names and passwords share. So one is under way at a time. Throws once it takes
 * longer than 5 seconds, its turn included, at once where one before it does, and once it has `stopped`.
 */
export async function onVolume<T>(work: () => Promise<T>, stopped?: AbortSignal): Promise<T> {
  stopped?.throwIfAborted()
  let underWay: UnderWay | undefined
  const over = firstOf([AbortSignal.timeout(LIMIT_MS), ...(stopped ? [stopped] : [])])
  over.catch(() => {
    if (underWay) underWay.isLate = true
  })
  while (shared.debriefOnVolume) {
    if (shared.debriefOnVolume.isLate) throw new Error('the volume has not answered what came before')
    await Promise.race([shared.debriefOnVolume.done, over])
  }
  const working = work()
  underWay = { done: working.then(forget, forget), isLate: false }
  shared.debriefOnVolume = underWay
  return Promise.race([working, over])
}

function forget() {
  shared.debriefOnVolume = undefined
}

async function firstOf(signals: AbortSignal[]): Promise<never> {
  await Promise.race(signals.map((signal) => once(signal, 'abort')))
  throw new Error('the volume does not answer')
}

/** At the exit of the process, which would wait for what hangs, for ever. */
export function leaveVolume() {
  if (shared.debriefOnVolume) process.kill(process.pid, 'SIGKILL')
}
