import type { StatusOutcome } from '@/lib/status/outcome'
import type { ChosenStatus, UnsentStatus } from './unsent-status'

// An answer can be lost, so that what was sent may stand without being known to: what is chosen or undone then goes on from
// whichever of it stands.

/**
 * In the place of what waits for the same interview, which may have arrived. Whoever chooses saw that, and not what a colleague has
 * set since.
 */
export function unsentAfter(waiting: UnsentStatus | undefined, chosen: ChosenStatus): UnsentStatus {
  return {
    ...chosen,
    writtenAt: new Date().toISOString(),
    version: crypto.randomUUID(),
    isTakenBack: false,
    ...(waiting ? { replaces: waiting.replaces, mayStand: versionsOf(waiting) } : { mayStand: [] }),
  }
}

/** The way back from a choice; `former` is what was to be before it and has not arrived, null for what the server has. */
export function undone(chosen: UnsentStatus, former: UnsentStatus | null): UnsentStatus {
  const before = former ?? { ...chosen, status: chosen.before, reason: null, isTakenBack: true }
  // It is what stands once all is taken back.
  const { replaces } = before.isTakenBack ? before : chosen
  const mayStand = [...new Set([...(former ? versionsOf(former) : []), ...versionsOf(chosen)])]
  return { ...before, replaces, mayStand, version: crypto.randomUUID() }
}

/** Whether this may not have arrived before what was chosen in its place. */
export function isStillBefore(former: UnsentStatus, chosen: UnsentStatus): boolean {
  return former.isTakenBack || chosen.mayStand.includes(former.version)
}

/** What is to be sent after this outcome, since what stands came from here as well; null where this is the end of it. */
export function nextAttempt(sent: UnsentStatus, { is, now }: StatusOutcome): UnsentStatus | null {
  const replaces = now?.version ?? null
  if (replaces === null || !sent.mayStand.includes(replaces)) return null
  // What was taken back had taken the place of another one that is to be, too.
  if (sent.isTakenBack) return is === 'set' ? sent : null
  return is === 'refused' ? { ...sent, replaces, mayStand: since(sent, replaces) } : null
}

/** What was chosen while another was on its way, which has arrived. */
export function followed(later: UnsentStatus, sent: UnsentStatus, stands: string | null): UnsentStatus {
  return later.isTakenBack ? later : { ...later, replaces: stands, mayStand: since(later, sent.version) }
}

/** Once one has arrived those before it do not stand, and can be forgotten. */
function since({ mayStand }: UnsentStatus, arrived: string): string[] {
  return mayStand.slice(mayStand.indexOf(arrived) + 1)
}

/** Whether both can go with one request. */
export function goTogether(one: UnsentStatus, other: UnsentStatus): boolean {
  if (one.isTakenBack || other.isTakenBack) return one.isTakenBack === other.isTakenBack
  return one.status === other.status && one.reason === other.reason
}

export function isSameUnsent(one: UnsentStatus, other: UnsentStatus): boolean {
  return (
    one.version === other.version && one.replaces === other.replaces && one.mayStand.length === other.mayStand.length
  )
}

function versionsOf({ mayStand, version }: UnsentStatus): string[] {
  return [...mayStand, version]
}
