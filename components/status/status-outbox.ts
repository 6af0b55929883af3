import type { StandingStatus, Status } from '@/lib/interviews/status'
import type { StatusOutcome } from '@/lib/status/outcome'
import { RequestFailed } from '../fetch-json'
import type { Kept } from '../kept'
import { Listeners } from '../listeners'
import { isNoVerdict } from '../outbox/no-verdict'
import { UnsentStore } from '../outbox/unsent-store'
import { readUnsentStatus, type ChosenStatus, type UnsentStatus } from './unsent-status'

/** So many go with one request: as many as the server takes. */
const MOST_AT_ONCE = 500

/** What was changed in this tab: rows that were read before show it. `former` are the versions in whose place it stands. */
export type SettledStatus = { now: StandingStatus; former: ReadonlySet<string | null> }
/** A choice that was refused, since a colleague has set another status meanwhile. */
export type StatusConflict = { chosen: ChosenStatus; now: StandingStatus }
/** What was chosen last: it can be undone. */
export type LastChange = { status: Status; called: string; count: number }

export type StatusNews = { last: LastChange | null; conflicts: readonly StatusConflict[]; problem: string | null }

type Options = {
  /** Where it is kept: of this member alone. */
  key: string
  kept: Kept
  /** All of one decision. */
  send: (chosen: UnsentStatus[]) => Promise<StatusOutcome[]>
  takeBack: (versions: string[]) => Promise<StatusOutcome[]>
  onSettled: (interviewId: string) => void
}

/** Statuses on their way: shown at once, kept in the browser until the server has them, and rolled back where it refuses. */
export class StatusOutbox {
  #options: Options
  #store: UnsentStore<UnsentStatus>
  #waiting = new Map<string, UnsentStatus>()
  #settled = new Map<string, SettledStatus>()
  #news: StatusNews = { last: null, conflicts: [], problem: null }
  /** Of the last change: the interviews, each with its version once the server has it. */
  #undoable = new Map<string, string | null>()
  #listeners = new Listeners<[]>()
  #changes = 0
  #settledChanges = 0
  #flushing: Promise<void> | null = null

  constructor(options: Options) {
    const { key, kept } = options
    this.#options = options
    this.#store = new UnsentStore({
      ...{ key, kept, endOf: ({ interviewId }) => encodeURIComponent(interviewId) },
      read: (end, stored) => readUnsentStatus(decodeURIComponent(end), stored),
    })
    this.refresh()
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)
  /** Another number whenever anything changes. */
  changes = (): number => this.#changes
  settledChanges = (): number => this.#settledChanges
  news = (): StatusNews => this.#news
  /** What stands in the place of what a row says: the same object until it changes. */
  waiting = (interviewId: string): UnsentStatus | undefined => this.#waiting.get(interviewId)
  settled = (interviewId: string): SettledStatus | undefined => this.#settled.get(interviewId)

  /** Another tab may have chosen or sent meanwhile. */
  refresh = () => {
    const stored = this.#store.list()
    const isSame =
      stored.length === this.#waiting.size &&
      stored.every((unsent) => {
        const known = this.#waiting.get(unsent.interviewId)
        return known?.version === unsent.version && known.replaces === unsent.replaces
      })
    if (isSame) return
    this.#waiting = new Map(stored.map((unsent) => [unsent.interviewId, unsent]))
    this.#changed()
  }

  /** All of one decision. */
  choose(chosen: ChosenStatus[]) {
    const [first] = chosen
    if (!first) return
    const writtenAt = new Date().toISOString()
    for (const one of chosen) this.#store.keep({ ...one, writtenAt, version: crypto.randomUUID() })
    this.#undoable = new Map(chosen.map(({ interviewId }) => [interviewId, null]))
    this.refresh()
    this.#tell({ last: { status: first.status, called: first.called, count: chosen.length }, problem: null })
    void this.flush()
  }

  /** In the place of what the colleagues set. */
  insist() {
    const { conflicts } = this.#news
    this.#tell({ conflicts: [] })
    this.choose(conflicts.map(({ chosen, now }) => ({ ...chosen, replaces: now.version })))
  }

  dismiss() {
    this.#undoable = new Map()
    this.#tell({ last: null, conflicts: [], problem: null })
  }

  /** What stood before the last change stands again, where nobody has changed it meanwhile; where nobody answers it can be undone still. */
  async undo() {
    const { last } = this.#news
    if (!last) return
    const undoable = this.#undoable
    this.#tell({ last: null, problem: null })
    await this.#flushing
    for (const interviewId of undoable.keys()) {
      const unsent = this.#waiting.get(interviewId)
      if (unsent) this.#store.drop(unsent)
    }
    const versions = [...undoable.values()].filter((version) => version !== null)
    this.refresh()
    if (versions.length === 0) return
    try {
      const outcomes = await this.#options.takeBack(versions)
      for (const outcome of outcomes) this.#settle(outcome)
      const kept = outcomes.filter(({ is }) => is === 'refused').length
      if (kept > 0) this.#tell({ problem: `${kept} stayed: a colleague has changed the status meanwhile.` })
    } catch (error) {
      // It can be tried again, unless something else was chosen meanwhile.
      const isLast = this.#undoable === undoable
      this.#tell({ ...(isLast && { last }), problem: `Not undone. ${sentenceOf(error)}` })
    }
  }

  /** Sends what waits; stops where nobody answers, and leaves it for the next time. */
  flush = (): Promise<void> => {
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = null
    })
    return this.#flushing
  }
  release = (): Promise<void> => this.flush()

  async #sendAll() {
    const tried = new Set<string>()
    for (let batch = this.#next(tried); batch.length > 0; batch = this.#next(tried)) {
      for (const { version } of batch) tried.add(version)
      if (!(await this.#try(batch))) return
    }
  }

  #next(tried: Set<string>): UnsentStatus[] {
    this.refresh()
    const due = [...this.#waiting.values()].filter(({ version }) => !tried.has(version))
    const [first] = due
    return due
      .filter(({ status, reason }) => status === first?.status && reason === first.reason)
      .slice(0, MOST_AT_ONCE)
  }

  /** False where nobody answers this member, nor would they for the others. */
  async #try(batch: UnsentStatus[]): Promise<boolean> {
    try {
      const outcomes = await this.#options.send(batch)
      for (const outcome of outcomes) this.#receive(outcome, batch)
      for (const sent of batch) this.#store.drop(sent)
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code === 'unexpected') return true
      if (isNoVerdict(error)) return false
      for (const sent of batch) this.#store.drop(sent)
      this.#tell({ last: null, problem: `Not changed: ${error.message}` })
      return true
    } finally {
      this.refresh()
    }
  }

  #receive(outcome: StatusOutcome, batch: UnsentStatus[]) {
    const sent = batch.find(({ interviewId }) => interviewId === outcome.id)
    if (!sent) return
    this.#settle(outcome, sent.replaces)
    if (outcome.is === 'set') {
      if (this.#undoable.has(outcome.id)) this.#undoable.set(outcome.id, outcome.now.version)
      this.#follow(sent, outcome.now.version)
      return
    }
    this.#undoable.delete(outcome.id)
    if (outcome.code === 'interview_not_found')
      this.#tell({ problem: `${sent.called} was not changed: the interview is gone, or you may not see it any more.` })
    else this.#tell({ last: null, conflicts: [...this.#news.conflicts, { chosen: sent, now: outcome.now }] })
  }

  /** What was chosen while this was on its way replaces it. */
  #follow({ interviewId, version }: UnsentStatus, replaces: string | null) {
    const later = this.#store.list().find((unsent) => unsent.interviewId === interviewId)
    if (later && later.version !== version) this.#store.keep({ ...later, replaces })
  }

  #settle({ id, now }: StatusOutcome, replaced?: string | null) {
    if (!now) return
    const before = this.#settled.get(id)
    const former = new Set([
      ...(before ? [...before.former, before.now.version] : []),
      ...(replaced === undefined ? [] : [replaced]),
    ])
    former.delete(now.version)
    this.#settled.set(id, { now, former })
    this.#settledChanges++
    this.#options.onSettled(id)
    this.#changed()
  }

  #tell(news: Partial<StatusNews>) {
    this.#news = { ...this.#news, ...news }
    this.#changed()
  }

  #changed() {
    this.#changes++
    this.#listeners.tell()
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof RequestFailed ? error.message : 'Try again.'
}
