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
  #former = new Map<string, StandingStatus>()

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
    this.#standing.set(id, { status, reason: null, by: MARA, at: AT, version: `mara ${status}` })
  }

  async #send(chosen: UnsentStatus[]): Promise<StatusOutcome[]> {
    await this.before()
    if (this.failure) throw this.failure
    this.sent.push(chosen)
    const answer = this.#answerTo(chosen)
    if (this.losesAnswers) throw OFFLINE
    return answer
  }

  #answerTo(chosen: UnsentStatus[]): StatusOutcome[] {
    return chosen.map(({ interviewId: id, status, reason, replaces }) => {
      const now = this.standsOf(id)
      const isSame = now.by === ADA && now.status === status && now.reason === reason
      if (isSame) return { id, is: 'set', now }
      if (id === 'gone') return { id, is: 'refused', code: 'interview_not_found', now: null }
      if (now.version !== replaces) return { id, is: 'refused', code: 'status_changed', now }
      const version = `${id} ${this.#former.size}`
      this.#former.set(version, now)
      const set = { status, reason, by: ADA, at: AT, version }
      this.#standing.set(id, set)
      return { id, is: 'set', now: set }
    })
  }

  async #takeBack(versions: string[]): Promise<StatusOutcome[]> {
    await this.beforeUndo()
    if (this.failure) throw this.failure
    return [...this.#standing].flatMap(([id, now]): StatusOutcome[] => {
      const version = versions.find((one) => one.startsWith(id))
      if (version === undefined) return []
      if (now.version !== version) return [{ id, is: 'refused', code: 'status_changed', now }]
      const back = this.#former.get(version) ?? NEW
      this.#standing.set(id, back)
      return [{ id, is: 'set', now: back }]
    })
  }
}

export function chosen(
  interviewId: string,
  status: Status = 'shortlisted',
  replaces: string | null = null,
): ChosenStatus {
  return { interviewId, called: interviewId, status, reason: null, replaces }
}

/** As a list has read it. */
export function row(id: string, { status, by, at, version }: StandingStatus = NEW) {
  return { id, status, statusSet: by && { by, at, version } }
}

/** Which statuses a tab shows of these. */
export function words(outbox: StatusOutbox, ...ids: string[]): Status[] {
  return ids.map((id) => shownStatus(outbox, row(id)).status)
}
