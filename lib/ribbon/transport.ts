import 'server-only'
import { env } from '../env'
import { createAttempt, type Call, type Upstream } from './attempt'
import { counted } from './call-count'
import { systemClock, type Clock } from './clock'
import { createCoalescer } from './coalesce'
import { REPLY_LIMITS } from './limits'
import { isTemporary } from './reply'
import { createSilence } from './silence'

const CALLS_UNDER_WAY = 4
const TRIES = 3
const BACKOFF_MS = 500

/** The JSON of Ribbon's reply. Throws a DebriefError with one of the `ribbon_…` codes. */
export type Transport = (call: Call) => Promise<unknown>

type Options = Pick<Upstream, 'url' | 'key'> & {
  connectMs?: number
  /** From the call to the last byte of its reply, retries included. */
  totalMs?: number
  maxBytes?: number
  clock?: Clock
}

export function createTransport({ url, key, clock = systemClock, totalMs = 45_000, ...limits }: Options): Transport {
  const { connectMs = 5_000, maxBytes = REPLY_LIMITS.bytes } = limits
  const silence = createSilence(clock)
  const attempt = createAttempt({ url, key, connectMs, maxBytes, connections: CALLS_UNDER_WAY }, clock, silence)
  const shareWhileUnderWay = createCoalescer<unknown>()

  async function persist(call: Call, deadline: number, tried = 1): Promise<unknown> {
    await silence.end(deadline)
    try {
      return await counted(attempt(call, deadline))
    } catch (error) {
      const isLast = call.method !== 'GET' || tried === TRIES
      if (isLast || !isTemporary(error) || !silence.isBearable(deadline)) throw error
    }
    await clock.sleep(clock.random() * BACKOFF_MS * 2 ** tried)
    return persist(call, deadline, tried + 1)
  }

  return (call) => {
    const start = () => persist(call, clock.now() + totalMs)
    return call.method === 'GET' ? shareWhileUnderWay(call.path, start) : start()
  }
}

// Next loads a module several times in one process; the connections and the silence must be one.
const shared = globalThis as typeof globalThis & { debriefRibbon?: Transport }

export function transport(): Transport {
  shared.debriefRibbon ??= createTransport({ url: env().RIBBON_API_URL, key: env().RIBBON_API_KEY })
  return shared.debriefRibbon
}
