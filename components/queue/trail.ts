import type { Vote } from '@/lib/interviews/vote'
import { keptInTab } from '../kept'
import { ownKey } from '../kept-keys'
import { fieldsOf, isText, textOrNull } from '../unknown-fields'

/** How a candidate of the queue was left: by this vote, or by being skipped where that is null. */
export type Left = { id: string; name: string; vote: Vote | null }

/** What is kept of that: neither a name nor a vote. `to` is the candidate who opened by it. */
type Step = { id: string; isSkipped: boolean; to: string | null }

const MOST = 200

let steps: Step[] | undefined
/** Whom each led to who was left, by their ids: those who do not wait any more lead past each other. */
const led = new Map<string, string>()
let arrival: { to: string | null; from: Left } | null = null

/** Which candidates of the queue this tab has left, the last one at the end: the way back. It outlives a reload of the tab. */
export const trail = {
  /** `to` is the candidate who opens by that, null for the queue itself. */
  leave: (one: Left, to: string | null) => {
    const before = taken()
    const { id, vote } = one
    keep([...(before.at(-1)?.id === id ? before.slice(0, -1) : before), { id, isSkipped: vote === null, to }])
    arrival = { to, from: one }
    if (to !== null) led.set(id, to)
  },
  /** Null where nothing was left. From the candidate `from`, null for the queue itself, who then stands next. */
  goBack: (from: string | null): Pick<Step, 'id' | 'isSkipped'> | null => {
    const last = taken().at(-1) ?? null
    if (last && from !== null && from !== last.id) led.set(last.id, from)
    if (last) keep(taken().slice(0, -1))
    arrival = null
    return last && { id: last.id, isSkipped: last.isSkipped }
  },
  /** The first that waits of those whom a candidate leads to; null where none does. */
  leadsTo: (id: string, waits: (id: string) => boolean): string | null => {
    taken()
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

function taken(): Step[] {
  if (steps) return steps
  const key = ownKey('trail')
  const found = key === null ? null : keptInTab.findJson(key)
  steps = Array.isArray(found) ? found.slice(-MOST).flatMap((step) => readStep(step) ?? []) : []
  for (const { id, to } of steps) if (to !== null) led.set(id, to)
  return steps
}

function keep(next: Step[]) {
  steps = next.slice(-MOST)
  const key = ownKey('trail')
  if (key) keptInTab.keep(key, JSON.stringify(steps))
}

/** Null for what is no step of ours. */
function readStep(step: unknown): Step | null {
  const { id, isSkipped, to } = fieldsOf(step)
  return isText(id) && typeof isSkipped === 'boolean' ? { id, isSkipped, to: textOrNull(to) } : null
}
