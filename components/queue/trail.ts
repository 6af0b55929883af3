import type { Vote } from '@/lib/interviews/vote'

/** How a candidate of the queue was left: by this vote, or by being skipped where that is null. */
export type Left = { id: string; name: string; vote: Vote | null }

const MOST = 200

let left: Left[] = []
/** Whom each led to who was left, by their ids: those who do not wait any more lead past each other. */
const led = new Map<string, string>()
let arrival: { to: string | null; from: Left } | null = null

/** Which candidates of the queue this tab has left, the last one at the end: the way back. */
export const trail = {
  /** `to` is the candidate who opens by that, null for the queue itself. */
  leave: (one: Left, to: string | null) => {
    const before = left.at(-1)?.id === one.id ? left.slice(0, -1) : left
    left = [...before, one].slice(-MOST)
    arrival = { to, from: one }
    if (to !== null) led.set(one.id, to)
  },
  /** Null where nothing was left. From the candidate `from`, null for the queue itself, who then stands next. */
  goBack: (from: string | null): Left | null => {
    const last = left.at(-1) ?? null
    if (last && from !== null && from !== last.id) led.set(last.id, from)
    left = left.slice(0, -1)
    arrival = null
    return last
  },
  /** The first that waits of those whom a candidate leads to; null where none does. */
  leadsTo: (id: string, waits: (id: string) => boolean): string | null => {
    const passed = new Set([id])
    let to = led.get(id)
    while (to !== undefined && !waits(to) && !passed.has(to)) {
      passed.add(to)
      to = led.get(to)
    }
    return to !== undefined && waits(to) ? to : null
  },
  /** Whoever was left for this page as it opens; null where it was opened in another way. */
  leftFor: (to: string | null): Left | null => (arrival?.to === to ? arrival.from : null),
  /** This page was reached, or another one in its place: who comes again has not left anybody for it. */
  arrive: () => {
    arrival = null
  },
}
