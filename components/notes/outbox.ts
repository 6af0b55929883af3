import type { Note, NoteDraft } from '@/lib/notes/note'
import { RequestFailed } from '../fetch-json'
import { Listeners } from '../listeners'
import type { Written } from './kept-note'
import { UnsentNotes } from './unsent-notes'

/** A note that has not arrived; `problem` says why it is not tried again by itself. */
export type Unsent = Written & { problem: string | null }

type Options = {
  /** Where it is kept: of this member alone. */
  key: string
  storage: () => Storage
  send: (unsent: Unsent) => Promise<Note>
}

/** Notes on their way: kept in the browser until the server has them, however often it takes, and sent in their order. */
export class Outbox {
  #options: Options
  #notes: UnsentNotes
  /** By version; a problem may be over by the next page. */
  #problems = new Map<string, string>()
  #waiting: readonly Unsent[] = []
  #listeners = new Listeners<[]>()
  #sentListeners = new Listeners<[Note, Unsent]>()
  #isFlushing = false
  #onItsWay: { id: string; arrives: Promise<boolean> } | null = null

  constructor(options: Options) {
    this.#options = options
    this.#notes = new UnsentNotes(options.key, options.storage)
    this.refresh()
  }

  get waiting(): readonly Unsent[] {
    return this.#waiting
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Called with a note that has arrived, before it waits no longer. */
  onSent = (listener: (note: Note, sent: Unsent) => void): (() => void) => this.#sentListeners.add(listener)

  /** Another tab may have written or sent meanwhile. */
  refresh = () => {
    const waiting = this.#notes.list().map((note) => ({ ...note, problem: this.#problems.get(note.version) ?? null }))
    if (JSON.stringify(waiting) === JSON.stringify(this.#waiting)) return
    this.#waiting = waiting
    this.#listeners.tell()
  }

  /** A newer text of a note that waits takes its place. */
  put(interviewId: string, id: string, draft: NoteDraft) {
    const writtenAt = this.#find(id)?.writtenAt ?? new Date().toISOString()
    this.#notes.keep({ interviewId, id, draft, writtenAt, version: crypto.randomUUID() })
    this.refresh()
    void this.flush()
  }

  discard(id: string) {
    const waiting = this.#find(id)
    if (waiting) this.#notes.drop(waiting)
    this.refresh()
  }

  /** Discards, and lets what is on its way arrive first: true where it has. */
  async takeBack(id: string): Promise<boolean> {
    this.discard(id)
    return this.#onItsWay?.id === id && this.#onItsWay.arrives
  }

  retry(id: string) {
    this.#problems.delete(this.#find(id)?.version ?? '')
    this.refresh()
    void this.flush()
  }

  /** Sends what waits, one after another; stops where nobody answers, and leaves what fails for the next time. */
  async flush() {
    if (this.#isFlushing) return
    this.#isFlushing = true
    const tried = new Set<string>()
    try {
      for (let next = this.#next(tried); next; next = this.#next(tried)) {
        tried.add(next.version)
        if (!(await this.#try(next))) return
      }
    } finally {
      this.#isFlushing = false
    }
  }

  #find(id: string | null): Unsent | undefined {
    return this.#waiting.find((waiting) => waiting.id === id)
  }

  /** An answer waits for what it answers. */
  #next(tried: Set<string>): Unsent | undefined {
    this.refresh()
    return this.#waiting.find(
      ({ version, draft, problem }) => problem === null && !tried.has(version) && !this.#find(draft.parentId),
    )
  }

  /** False where nobody answers, nor would they for the others. */
  async #try(sent: Unsent): Promise<boolean> {
    const sending = this.#options.send(sent)
    const arrives = sending.then(
      () => true,
      () => false,
    )
    this.#onItsWay = { id: sent.id, arrives }
    try {
      this.#sentListeners.tell(await sending, sent)
      this.#notes.drop(sent)
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code === 'unexpected') return true
      if (error.code === 'offline' || error.code === 'not_ready') return false
      this.#problems.set(sent.version, error.message)
      return true
    } finally {
      this.#onItsWay = null
      this.refresh()
    }
  }
}
