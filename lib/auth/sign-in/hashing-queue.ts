import 'server-only'
import { availableParallelism } from 'node:os'
import { DebriefError } from '../../errors'

/** Hashing runs on the four threads that files and names wait for too, and a core is left for everybody else's pages. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1))
/** Of each. About three seconds' worth on a slow core. */
const MOST_WAITING = 32
/** So many who are known go before strangers who wait, and then one of these has their turn. */
const MOST_PASSED_OVER = 3

/** Whether whoever asks has shown something that strangers do not have: a browser that is known, a session, a link, a code. */
export type Asker = 'known' | 'stranger'
type Queue = { running: number; waiting: Record<Asker, (() => void)[]>; passedOver: number }

// Next loads a module several times in one process; there is one queue.
const shared = globalThis as typeof globalThis & { debriefHashing?: Queue }

/**
 * Runs it when its turn comes. Who is known goes first, though never for good, and has places of their own, so that strangers of
 * however many addresses keep nobody out. Throws `sign_in_busy` where 32 of the same kind wait already.
 */
export async function hashInTurn<T>(asker: Asker, hashing: () => Promise<T>): Promise<T> {
  const queue = (shared.debriefHashing ??= { running: 0, waiting: { known: [], stranger: [] }, passedOver: 0 })
  const waiting = queue.waiting[asker]
  if (queue.running < AT_ONCE) queue.running++
  else if (waiting.length >= MOST_WAITING) throw new DebriefError('sign_in_busy')
  else await new Promise<void>((resolve) => waiting.push(resolve))

  try {
    return await hashing()
  } finally {
    const next = takeNext(queue)
    if (next) next()
    else queue.running--
  }
}

function takeNext(queue: Queue): (() => void) | undefined {
  const { known, stranger } = queue.waiting
  const passesOver = known.length > 0 && stranger.length > 0 && queue.passedOver < MOST_PASSED_OVER
  queue.passedOver = passesOver ? queue.passedOver + 1 : 0
  return (passesOver || stranger.length === 0 ? known : stranger).shift()
}
