import type { StandingStatus, Status } from '@/lib/interviews/status'
import type { StatusOutcome } from '@/lib/status/outcome'
import { RequestFailed } from '../../fetch-json'
import { Kept } from '../../kept'
import { givenStorage } from '../../notes/testing/outbox'
import { shownStatus } from '../shown-status'
import { StatusOutbox } from '../status-outbox'
import type { ChosenStatus, UnsentStatus } from '../unsent-status'

export const ADA = { id: 'ada', email: 'ada@example.com', name: 'Ada' }
export const MARA = { id: 'mara', email: 'mara@example.com', name: 'Mara' }
export const NEW: StandingStatus = { status: 'new', reason: null, by: null, at: null, version: null }
export const OFFLINE = new RequestFailed('Nobody answers.', 'offline', null)
export const AT = '2026-11-26T12:00:00.000Z'

/** Of one version: whose status it is, and what stood before it. */
type Decided = { interviewId: string; before: StandingStatus }

/** What stands of each interview, and every version there was, for the tabs of one browser. */
export class StatusServer {
  /** The requests that arrived. */
  sent: UnsentStatus[][] = []
  /** How every request ends, where it does. */
  failure: RequestFailed | null = null
  losesAnswers = false
  before = async () => {}
  beforeUndo = async () => {}
  /** Of the browser. */
  kept = new Kept(givenStorage())
  #standing = new Map<string, StandingStatus>()
  #decided = new Map<string, Decided>()
  #colleagues = new Set<string>()

  open(): StatusOutbox {
    return new StatusOutbox({
      ...{ key: 'status ada', kept: this.kept, onSettled: () => {} },
      send: (chosen) => this.#send(chosen),
      takeBack: (versions) => this.#takeBack(versions),
    })
  }

  standsOf(id: string): StandingStatus {
    return this.#standing.get(id) ?? NEW
  }

  colleagueSets(id: string, status: Status) {
    let version = `mara ${status}`
    while (this.#colleagues.has(version)) version += ' again'
    this.#colleagues.add(version)
    this.#standing.set(id, { status, reason: null, by: MARA, at: AT, version })
  }

  async #send(chosen: UnsentStatus[]): Promise<StatusOutcome[]> {
    await this.before()
    if (this.failure) throw this.failure
    this.sent.push(chosen)
    const answer = chosen.map((one) => this.#set(one))
    if (this.losesAnswers) throw OFFLINE
    return answer
  }

  #set({ interviewId: id, status, reason, replaces, version }: UnsentStatus): StatusOutcome {
    const now = this.standsOf(id)
    if (id === 'gone') return { id, is: 'refused', code: 'interview_not_found', now: null }
    const isOwn = now.by === ADA && now.status === status && now.reason === reason
    if (!isOwn && now.version !== replaces) return { id, is: 'refused', code: 'status_changed', now }
    if (isOwn || this.#decided.has(version)) return { id, is: 'set', now }
    this.#decided.set(version, { interviewId: id, before: now })
    const set = { status, reason, by: ADA, at: AT, version }
    this.#standing.set(id, set)
    return { id, is: 'set', now: set }
  }

  async #takeBack(versions: string[]): Promise<StatusOutcome[]> {
    await this.beforeUndo()
    if (this.failure) throw this.failure
    const named = versions.flatMap((version) => this.#decided.get(version) ?? [])
    const answer = [...new Set(named.map(({ interviewId }) => interviewId))].map((id): StatusOutcome => {
      const now = this.standsOf(id)
      const standing = versions.includes(now.version ?? '') && this.#decided.get(now.version ?? '')
      if (standing) this.#standing.set(id, standing.before)
      const isBack = named.some(({ interviewId, before }) => interviewId === id && before.version === now.version)
      if (standing || isBack) return { id, is: 'set', now: this.standsOf(id) }
      return { id, is: 'refused', code: 'status_changed', now }
    })
    if (this.losesAnswers) throw OFFLINE
    return answer
  }
}

export const NETWORKS = ['works', 'loses the request', 'loses the answer'] as const
export type Network = (typeof NETWORKS)[number]

export function connect(server: StatusServer, network: Network) {
  server.failure = network === 'loses the request' ? OFFLINE : null
  server.losesAnswers = network === 'loses the answer'
}

export function chosen(
  interviewId: string,
  status: Status = 'shortlisted',
  replaces: string | null = null,
): ChosenStatus {
  return { interviewId, called: interviewId, status, reason: null, replaces, before: 'new' }
}

/** As a list has read it. */
export function row(id: string, { status, by, at, version }: StandingStatus = NEW) {
  return { id, status, statusSet: by && { by, at, version } }
}

/** Which statuses a tab shows of these. */
export function words(outbox: StatusOutbox, ...ids: string[]): Status[] {
  return ids.map((id) => shownStatus(outbox, row(id)).status)
}
