import 'server-only'
import { availableParallelism } from 'node:os'
import { DebriefError } from '../../errors'

/** Hashing runs on the four threads that files and names wait for too, and a core is left for everybody else's pages. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1))
/** About three seconds' worth on a slow core. */
const MOST_WAITING = 32

// Next loads a module several times in one process; there is one queue.
const shared = globalThis as typeof globalThis & { debriefHashing?: { running: number; waiting: (() => void)[] } }

/** Runs it when its turn comes. Throws `sign_in_busy` where 32 wait already. */
export async function hashInTurn<T>(hashing: () => Promise<T>): Promise<T> {
  const queue = (shared.debriefHashing ??= { running: 0, waiting: [] })
  if (queue.running < AT_ONCE) queue.running++
  else if (queue.waiting.length >= MOST_WAITING) throw new DebriefError('sign_in_busy')
  else await new Promise<void>((resolve) => queue.waiting.push(resolve))

  try {
    return await hashing()
  } finally {
    const next = queue.waiting.shift()
    if (next) next()
    else queue.running--
  }
}
