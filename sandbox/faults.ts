import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { z } from 'zod'

const milliseconds = z.number().min(0).max(600_000)

/** The ways in which an upstream can fail its client. */
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latency'), ms: milliseconds }),
  /** The genuine reply, once it is let go. */
  z.object({ kind: z.literal('held') }),
  z.object({ kind: z.literal('status'), status: z.number().int().min(400).max(599) }),
  /** Seconds, or a date two seconds ahead, or no header at all. */
  z.object({ kind: z.literal('rate_limit'), retryAfter: z.union([z.number().min(0), z.literal('date')]).nullish() }),
  z.object({ kind: z.literal('reset') }),
  z.object({ kind: z.literal('truncate') }),
  z.object({ kind: z.literal('drip'), ms: milliseconds }),
  /** With `item`, the genuine reply in which one item of the list is broken. */
  z.object({ kind: z.literal('wrong_schema'), item: z.boolean().default(false) }),
  /** The genuine reply, in full length, with a stretch of it that is no JSON. */
  z.object({ kind: z.literal('malformed') }),
  /** The genuine reply in which one item of the list, or the reply itself, is nested so deep. */
  z.object({ kind: z.literal('deep'), depth: z.number().int().positive().max(1_000_000) }),
  z.object({ kind: z.literal('empty_list') }),
  /** Every page is full of interviews that nobody has, whatever its offset. */
  z.object({ kind: z.literal('endless_list') }),
  z.object({ kind: z.literal('huge_body'), megabytes: z.number().positive().max(4_096) }),
  z.object({ kind: z.literal('content_type') }),
  z.object({ kind: z.literal('redirect'), location: z.string().regex(/^[\x21-\x7e]+$/) }),
])

export type Fault = z.infer<typeof fault>

export const faultOrder = z.object({
  /** A prefix of the path without `/be-api`. */
  route: z.string().startsWith('/'),
  method: z.string().toUpperCase().optional(),
  /** How often; without it, until cleared. */
  times: z.number().int().positive().optional(),
  fault,
})

type Order = z.infer<typeof faultOrder> & { id: string }

export class Faults {
  /** Whoever sends it is the sandbox itself asking for a genuine reply to spoil. */
  readonly pass = randomUUID()
  private orders: Order[] = []
  private events = new EventEmitter().setMaxListeners(0)

  add(order: z.infer<typeof faultOrder>) {
    const id = randomUUID()
    this.orders.push({ ...order, id })
    return id
  }

  clear() {
    this.orders = []
    this.letGo()
  }

  /** Until the next time that what is held is let go. */
  async held() {
    await once(this.events, 'let go')
  }

  letGo() {
    this.events.emit('let go')
  }

  list() {
    return this.orders
  }

  /** The first order for this call, used up by one time; null when none applies. */
  take(method: string, path: string): Fault | null {
    const order = this.orders.find((order) => path.startsWith(order.route) && (order.method ?? method) === method)
    if (!order) return null
    if (order.times !== undefined) {
      order.times -= 1
      if (order.times === 0) this.orders = this.orders.filter((other) => other !== order)
    }
    return order.fault
  }
}
