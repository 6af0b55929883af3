import type { Vote } from '@/lib/interviews/vote'

/** How a candidate of the queue was left: by this vote, or by being skipped where that is null. */
export type Left = { id: string; name: string; vote: Vote | null }

const MOST = 200

let left: Left[] = []
let arrival: { to: string | null; from: Left } | null = null

/** Which candidates of the queue this tab has left, the last one at the end: the way back. */
export const trail = {
  /** `to` is the candidate who opens by that, null for the queue itself. */
  leave: (one: Left, to: string | null) => {
    const before = left.at(-1)?.id === one.id ? left.slice(0, -1) : left
    left = [...before, one].slice(-MOST)
    arrival = { to, from: one }
  },
  /** Null where nothing was left. */
  goBack: (): Left | null => {
    const last = left.at(-1) ?? null
    left = left.slice(0, -1)
    arrival = null
    return last
  },
  /** Whoever was left for this page as it opens; null where it was opened in another way. */
  leftFor: (to: string | null): Left | null => (arrival?.to === to ? arrival.from : null),
  /** This page was reached, or another one in its place: who comes again has not left anybody for it. */
  arrive: () => {
    arrival = null
  },
}
