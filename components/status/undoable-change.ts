import type { Status } from '@/lib/interviews/status'
import type { UnsentStatus } from './unsent-status'
import { isStillBefore, undone } from './way-of-status'

/** What was chosen last: it can be undone; `doneAt` is by `performance.now()`. */
export type LastChange = { status: Status; called: string; count: number; doneAt: number }

/** `former` is what waited before, for as long as it may not have arrived. */
type Changed = { chosen: UnsentStatus; former: UnsentStatus | null }

/** What one decision has changed and what was before it, by interview. */
export class UndoableChange {
  #changed = new Map<string, Changed>()
  #doneAt = performance.now()

  add(chosen: UnsentStatus, former: UnsentStatus | null) {
    this.#changed.set(chosen.interviewId, { chosen, former })
    this.#doneAt = performance.now()
  }

  /** The server has it. */
  confirm(sent: UnsentStatus) {
    const changed = this.#find(sent)
    if (!changed) return
    const { former } = changed
    const isBefore = former !== null && isStillBefore(former, sent)
    this.#changed.set(sent.interviewId, { chosen: { ...sent, mayStand: [] }, former: isBefore ? former : null })
  }

  /** The server has refused it: there is nothing to undo. */
  forget(sent: UnsentStatus) {
    if (this.#find(sent)) this.#changed.delete(sent.interviewId)
  }

  /** What another tab has chosen since is left alone. */
  yieldTo(waiting: ReadonlyMap<string, UnsentStatus>) {
    for (const [interviewId, { chosen }] of this.#changed)
      if ((waiting.get(interviewId) ?? chosen).version !== chosen.version) this.#changed.delete(interviewId)
  }

  /** Null where nothing is left. */
  told(): LastChange | null {
    const [first] = this.#changed.values()
    if (!first) return null
    const { status, called } = first.chosen
    return { status, called, count: this.#changed.size, doneAt: this.#doneAt }
  }

  /** What takes the place of what waits by now. */
  wayBack(waiting: ReadonlyMap<string, UnsentStatus>): UnsentStatus[] {
    return Array.from(this.#changed.values(), ({ chosen, former }) => {
      const unsent = waiting.get(chosen.interviewId)
      if (!unsent) return undone(chosen, former)
      return undone(unsent, former && isStillBefore(former, unsent) ? former : null)
    })
  }

  #find({ interviewId, version }: UnsentStatus): Changed | undefined {
    const changed = this.#changed.get(interviewId)
    return changed?.chosen.version === version ? changed : undefined
  }
}
