import 'server-only'
import { env } from '../env'
import { createAttempt, type Call, type RibbonServer } from './attempt'
import { counted } from './call-count'
import { systemClock, type Clock } from './clock'
import { createCoalescer } from './coalesce'
import { REPLY_LIMITS } from './limits'
import { isTemporary } from './reply'
import { createCoolDown } from './cool-down'
import { createSlots } from './slots'

const CALLS_UNDER_WAY = 4
const TRIES = 3
const BACKOFF_MS = 500

/** Is waited for right before each attempt is sent; what it throws ends the call. */
export type BeforeSend = () => Promise<void>

/**
 * The JSON of Ribbon's reply, as `readJson` gives it. Throws a DebriefError with one of the `ribbon_…` codes. A GET whose caller wants to know when it
 * is sent joins no other.
 */
export type Transport = (call: Call, beforeSend?: BeforeSend) => Promise<unknown>

type Options = Pick<RibbonServer, 'url' | 'key'> & {
  connectMs?: number
  /** From the call to the last byte of its reply, retries included. */
  totalMs?: number
  maxBytes?: number
  clock?: Clock
}

export function createTransport({ url, key, clock = systemClock, totalMs = 45_000, ...limits }: Options): Transport {
  const { connectMs = 5_000, maxBytes = REPLY_LIMITS.bytes } = limits
  const coolDown = createCoolDown(clock)
  const attempt = createAttempt({ url, key, connectMs, maxBytes, connections: CALLS_UNDER_WAY }, clock, coolDown)
  const shareWhileUnderWay = createCoalescer<unknown>()
  // Whoever has a slot is sent at once, so that calls are sent in the order that `beforeSend` learns.
  const inSlot = createSlots(CALLS_UNDER_WAY)

  async function persist(call: Call, deadline: number, beforeSend?: BeforeSend, tried = 1): Promise<unknown> {
    await coolDown.end(deadline)
    await beforeSend?.()
    try {
      return await counted(attempt(call, deadline))
    } catch (error) {
      const isLast = call.method !== 'GET' || tried === TRIES
      if (isLast || !isTemporary(error) || !coolDown.isBearable(deadline)) throw error
    }
    await clock.sleep(clock.random() * BACKOFF_MS * 2 ** tried)
    return persist(call, deadline, beforeSend, tried + 1)
  }

  return (call, beforeSend) => {
    const deadline = clock.now() + totalMs
    const start = () => inSlot(() => persist(call, deadline, beforeSend))
    return call.method === 'GET' && !beforeSend ? shareWhileUnderWay(call.path, start) : start()
  }
}

// Next loads a module several times in one process; the connections and the cool-down must be one.
const shared = globalThis as typeof globalThis & { debriefRibbon?: Transport }

export function transport(): Transport {
  shared.debriefRibbon ??= createTransport({ url: env().RIBBON_API_URL, key: env().RIBBON_API_KEY })
  return shared.debriefRibbon
}
