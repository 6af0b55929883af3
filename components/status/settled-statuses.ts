import type { StandingStatus } from '@/lib/interviews/status'

/** What was changed in this tab: rows that were read before show it. `former` are the versions in whose place it stands. */
export type SettledStatus = { now: StandingStatus; former: ReadonlySet<string | null> }

/** By interview, what the server has said of it to this tab. */
export class SettledStatuses {
  #settled = new Map<string, SettledStatus>()

  get(interviewId: string): SettledStatus | undefined {
    return this.#settled.get(interviewId)
  }

  /** `replaced` are the versions that do not stand any more. */
  settle(interviewId: string, now: StandingStatus, replaced: (string | null)[]) {
    const before = this.#settled.get(interviewId)
    const former = new Set([...(before ? [...before.former, before.now.version] : []), ...replaced])
    former.delete(now.version)
    this.#settled.set(interviewId, { now, former })
  }

  /** Another tab has heard more of it. */
  forget(interviewId: string) {
    this.#settled.delete(interviewId)
  }
}
