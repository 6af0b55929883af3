import { Agent, type Dispatcher } from 'undici'
import { DebriefError } from '../errors'
import { namedCause } from './cause'
import type { Clock } from './clock'
import { readReply, refusal } from './reply'
import type { ItemReading } from './read-json'
import { retryAfterMs } from './retry-after'
import type { CoolDown } from './cool-down'

const JSON_BODY = { 'content-type': 'application/json' }

/** With what `readJson` does with the items of the reply's lists. */
export type Call = ItemReading & { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: unknown }

export type RibbonServer = {
  /** The one origin that receives the key, with the path that comes before `/v1`. */
  url: string
  key: string
  connectMs: number
  maxBytes: number
  connections: number
}

/** One request and its reply's JSON, until the deadline (the clock's milliseconds). No redirect is followed: the key would go with it. */
export function createAttempt(upstream: RibbonServer, clock: Clock, coolDown: CoolDown) {
  const { origin, pathname } = new URL(upstream.url)
  const { connectMs, connections } = upstream
  const agent = new Agent({ connect: { timeout: connectMs }, connections })

  const send = ({ method, path, body }: Call, deadline: number) =>
    agent.request({
      origin,
      path: pathname.replace(/\/$/, '') + path,
      method,
      headers: { authorization: `Bearer ${upstream.key}`, accept: 'application/json', ...(body ? JSON_BODY : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(Math.max(0, Math.ceil(deadline - clock.now()))),
    })

  return async (call: Call, deadline: number): Promise<unknown> => {
    const response = await send(call, deadline).catch((error: unknown) => {
      throw new DebriefError('ribbon_unreachable', { cause: namedCause(error) })
    })
    if (response.statusCode >= 200 && response.statusCode < 300)
      return readReply(response.body, upstream.maxBytes, call)

    void response.body.dump()
    if (response.statusCode !== 429) throw refusal(response.statusCode)
    coolDown.keepFor(retryAfterMs(retryAfter(response), clock.date()) ?? 0)
    return coolDown.refuse(response.statusCode)
  }
}

function retryAfter({ headers }: Dispatcher.ResponseData): string | undefined {
  const value = headers['retry-after']
  return Array.isArray(value) ? value[0] : value
}
