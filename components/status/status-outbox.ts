import type { StandingStatus } from '@/lib/interviews/status'
import type { StatusOutcome } from '@/lib/status/outcome'
import { RequestFailed } from '../fetch-json'
import type { Kept } from '../kept'
import { Listeners } from '../listeners'
import { isNoVerdict } from '../outbox/no-verdict'
import { UnsentStore } from '../outbox/unsent-store'
import { SettledStatuses, type SettledStatus } from './settled-statuses'
import { NO_STATUS_NEWS, type StatusNews } from './status-news'
import { UndoableChange } from './undoable-change'
import { readUnsentStatus, type ChosenStatus, type UnsentStatus } from './unsent-status'
import { followed, goTogether, isSameUnsent, nextAttempt, unsentAfter } from './way-of-status'

/** So many go with one request: as many as the server takes. */
const MOST_AT_ONCE = 500

type Options = {
  /** Where it is kept: of this member alone. */
  key: string
  kept: Kept
  /** All of one decision. */
  send: (chosen: UnsentStatus[]) => Promise<StatusOutcome[]>
  takeBack: (versions: string[]) => Promise<StatusOutcome[]>
  onSettled: (interviewId: string) => void
}

/** Statuses on their way, and on their way back: shown at once, kept in the browser until the server has them, and rolled back where it refuses. */
export class StatusOutbox {
  #options: Options
  #store: UnsentStore<UnsentStatus>
  #waiting = new Map<string, UnsentStatus>()
  #settled = new SettledStatuses()
  #undoable = new UndoableChange()
  #news = NO_STATUS_NEWS
  #listeners = new Listeners<[]>()
  #changes = 0
  #settledChanges = 0
  #flushing: Promise<void> | null = null
  /** Versions that have had their turn in this flush. */
  #tried = new Set<string>()

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
  unsentCount = (): number => this.#waiting.size
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
        return known && isSameUnsent(known, unsent)
      })
    if (isSame) return
    const ids = new Set(stored.map(({ interviewId }) => interviewId))
    for (const id of this.#waiting.keys()) if (!ids.has(id)) this.#leaveToOthers(id)
    this.#waiting = new Map(stored.map((unsent) => [unsent.interviewId, unsent]))
    this.#undoable.yieldTo(this.#waiting)
    this.#tell({ last: this.#news.last && this.#undoable.told() })
  }

  /** All of one decision. */
  choose(chosen: ChosenStatus[]) {
    if (chosen.length === 0) return
    this.#undoable = new UndoableChange()
    this.#choose(chosen)
  }

  /** In the place of what the colleagues set; what was chosen with these can be undone with them. */
  insist() {
    const { conflicts, last } = this.#news
    if (conflicts.length === 0) return
    if (conflicts.some(({ chosen }) => chosen.status !== last?.status)) this.#undoable = new UndoableChange()
    this.#choose(conflicts.map(({ chosen, now }) => ({ ...chosen, replaces: now.version, before: now.status })))
  }

  /** What the colleagues set stays. */
  leave() {
    this.#tell({ conflicts: [] })
  }

  /** The last change cannot be undone any more. */
  letGo() {
    this.#undoable = new UndoableChange()
    this.#tell({ last: null })
  }

  /** What went wrong was read. */
  close() {
    this.#tell({ problem: null })
  }

  /** What was before the last change is to be again, where nobody has changed it meanwhile: kept and sent as that was. */
  async undo() {
    if (!this.#news.last) return
    this.refresh()
    const wayBack = this.#undoable.wayBack(this.#waiting)
    this.#undoable = new UndoableChange()
    for (const unsent of wayBack) this.#store.keep(unsent)
    this.refresh()
    this.#tell({ last: null, problem: null })
    await this.flush()
  }

  /** Sends what waits; stops where nobody answers, and leaves it for the next time. */
  flush = (): Promise<void> => {
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = null
    })
    return this.#flushing
  }
  release = (): Promise<void> => this.flush()

  #choose(chosen: ChosenStatus[]) {
    this.refresh()
    const conflicts = new Map(this.#news.conflicts.map((conflict) => [conflict.chosen.interviewId, conflict]))
    for (const one of chosen) {
      const waiting = this.#waiting.get(one.interviewId)
      const unsent = unsentAfter(waiting, one)
      this.#store.keep(unsent)
      this.#undoable.add(unsent, waiting ?? null)
      conflicts.delete(one.interviewId)
    }
    this.refresh()
    this.#tell({ last: this.#undoable.told(), conflicts: [...conflicts.values()], problem: null })
    void this.flush()
  }

  async #sendAll() {
    this.#tried = new Set()
    for (let batch = this.#next(); batch.length > 0; batch = this.#next()) {
      for (const { version } of batch) this.#tried.add(version)
      if (!(await this.#try(batch))) return
    }
  }

  #next(): UnsentStatus[] {
    this.refresh()
    const due = [...this.#waiting.values()].filter(({ version }) => !this.#tried.has(version))
    const [first] = due
    return due.filter((one) => first && goTogether(one, first)).slice(0, MOST_AT_ONCE)
  }

  /** False where nobody answers this member, nor would they for the others. */
  async #try(batch: UnsentStatus[]): Promise<boolean> {
    const isTakenBack = batch.some((sent) => sent.isTakenBack)
    try {
      const outcomes = isTakenBack ? await this.#takeBack(batch) : await this.#options.send(batch)
      this.#receive(batch, outcomes)
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code === 'unexpected') return true
      if (isNoVerdict(error)) return false
      for (const sent of batch) {
        this.#drop(sent)
        this.#forget(sent)
      }
      this.#tell({ problem: `${isTakenBack ? 'Not undone' : 'Not changed'}: ${error.message}` })
      return true
    } finally {
      this.refresh()
    }
  }

  async #takeBack(batch: UnsentStatus[]): Promise<StatusOutcome[]> {
    const versions = batch.flatMap(({ mayStand }) => mayStand)
    const outcomes: StatusOutcome[] = []
    for (let at = 0; at < versions.length; at += MOST_AT_ONCE)
      outcomes.push(...(await this.#options.takeBack(versions.slice(at, at + MOST_AT_ONCE))))
    return outcomes
  }

  #receive(batch: UnsentStatus[], outcomes: StatusOutcome[]) {
    // What was chosen while they were on their way.
    this.refresh()
    const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
    let stayed = 0
    for (const sent of batch) {
      const outcome = outcomeOf.get(sent.interviewId)
      this.#drop(sent)
      // What is taken back and has never arrived has none.
      if (!outcome) continue
      this.#settle(outcome, [sent.replaces, ...sent.mayStand, sent.version])
      const later = this.#waiting.get(sent.interviewId)
      const again = nextAttempt(sent, outcome)
      if (again) this.#sendAgain(again, later)
      else if (outcome.is === 'set') this.#confirm(sent, outcome.now.version, later)
      // What was chosen since has a say of its own.
      else if (!later && sent.isTakenBack) stayed++
      else if (!later) this.#refuse(sent, outcome.now)
    }
    if (stayed > 0) this.#tell({ problem: `${stayed} stayed: a colleague has changed the status meanwhile.` })
  }

  #drop(sent: UnsentStatus) {
    this.#store.drop(sent)
    if (this.#waiting.get(sent.interviewId)?.version === sent.version) this.#waiting.delete(sent.interviewId)
    this.#changed()
  }

  /** Another tab has finished what waited here: what this one knew of it can be outdated. */
  #leaveToOthers(interviewId: string) {
    this.#settled.forget(interviewId)
    this.#options.onSettled(interviewId)
  }

  #sendAgain(again: UnsentStatus, later: UnsentStatus | undefined) {
    if (later) return
    this.#store.keep(again)
    this.#tried.delete(again.version)
  }

  #confirm(sent: UnsentStatus, stands: string | null, later: UnsentStatus | undefined) {
    this.#undoable.confirm(sent)
    if (later) this.#store.keep(followed(later, sent, stands))
  }

  #refuse(sent: UnsentStatus, now: StandingStatus | null) {
    this.#forget(sent)
    if (now) this.#tell({ conflicts: [...this.#news.conflicts, { chosen: sent, now }] })
    else
      this.#tell({ problem: `${sent.called} was not changed: the interview is gone, or you may not see it any more.` })
  }

  /** There is nothing to undo of it. */
  #forget(sent: UnsentStatus) {
    this.#undoable.forget(sent)
    this.#tell({ last: this.#news.last && this.#undoable.told() })
  }

  #settle({ id, now }: StatusOutcome, replaced: (string | null)[]) {
    if (!now) return
    this.#settled.settle(id, now, replaced)
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
