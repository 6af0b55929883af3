import 'server-only'
import type { Viewer } from '../auth/viewer'

/** Whoever is signed in can cause these calls, by ids that they make up: pulls, webhooks and what colleagues open go on beside them. */
export const MOST_A_MINUTE = { member: 30, process: 120 }
const MINUTE_MS = 60_000

type Call = { at: number; memberId: string }

// Next loads a module several times in one process; what is asked of Ribbon is counted once.
const shared = globalThis as typeof globalThis & { debriefCalls?: Call[] }

/** Whether Ribbon may be asked for one more thing that this reader wants; counts it where it may. */
export function mayAskRibbon({ memberId }: Pick<Viewer, 'memberId'>): boolean {
  const now = performance.now()
  const lately = (shared.debriefCalls ?? []).filter(({ at }) => now - at < MINUTE_MS)
  const own = lately.filter((call) => call.memberId === memberId)
  const may = lately.length < MOST_A_MINUTE.process && own.length < MOST_A_MINUTE.member
  if (may) lately.push({ at: now, memberId })
  shared.debriefCalls = lately
  return may
}
