import type { Note, NoteDraft } from '@/lib/notes/note'
import type { RequestFailed } from '../fetch-json'
import type { Kept } from '../kept'
import { Listeners } from '../listeners'
import { OneByOne } from '../outbox/one-by-one'
import type { Written } from './kept-note'
import { UnsentNotes } from './unsent-notes'

/** How long what was deleted can be brought back, in milliseconds. */
export const UNDO_MS = 10_000

export type Unsent = Written & {
  /** Why it is not tried again by itself. */
  problem: string | null
  /** Its interview is gone, or this member may not see it any more. */
  orphaned: boolean
  /** It waits for its author, who is not signed in any more. */
  signedOut: boolean
}

type Options = {
  /** Where it is kept: of this member alone. */
  key: string
  kept: Kept
  /** Null once a note is deleted. */
  send: (unsent: Unsent) => Promise<Note | null>
  /** Called before it waits no longer. */
  onSent: (sent: Unsent, note: Note | null) => void
}

export const NO_NOTES_WAIT: readonly Unsent[] = []

/** Notes on their way: kept in the browser until the server has them, however often it takes, and sent in their order. */
export class Outbox {
  #options: Options
  #notes: UnsentNotes
  /** By version; a problem may be over by the next page. */
  #problems = new Map<string, RequestFailed>()
  /** Versions that cannot be brought back any more. */
  #released = new Set<string>()
  #waiting = NO_NOTES_WAIT
  #listeners = new Listeners<[]>()
  #sending: OneByOne<Unsent>

  constructor(options: Options) {
    this.#options = options
    this.#notes = new UnsentNotes(options.key, options.kept)
    this.#sending = new OneByOne({
      next: (tried) => this.#next(tried),
      send: (note) => this.#send(note),
      onRefused: ({ version }, verdict) => this.#problems.set(version, verdict),
      onTried: () => this.refresh(),
    })
    this.refresh()
  }

  get waiting(): readonly Unsent[] {
    return this.#waiting
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Another tab may have written or sent meanwhile. */
  refresh = () => {
    const waiting = this.#notes.list().map((note) => {
      const failure = this.#problems.get(note.version)
      return {
        ...note,
        problem: failure?.message ?? null,
        orphaned: failure?.code === 'interview_not_found',
        signedOut: this.#sending.isSignedOut,
      }
    })
    if (JSON.stringify(waiting) === JSON.stringify(this.#waiting)) return
    this.#waiting = waiting
    this.#listeners.tell()
  }

  /** A newer text of a note that waits takes its place. */
  put(interviewId: string, id: string, draft: NoteDraft) {
    this.#keep({ interviewId, id, draft, writtenAt: this.#find(id)?.writtenAt ?? new Date().toISOString() })
    void this.flush()
  }

  /** Takes the place of a text that waits; for a while it can be discarded, which brings the note back. */
  remove(interviewId: string, id: string) {
    this.#keep({ interviewId, id, draft: null, writtenAt: new Date().toISOString() })
  }

  discard(id: string) {
    const waiting = this.#find(id)
    if (waiting) this.#notes.drop(waiting)
    this.refresh()
  }

  retry(id: string) {
    this.#problems.delete(this.#find(id)?.version ?? '')
    this.refresh()
    void this.flush()
  }

  /** Sends also what could still be brought back: whoever could do so is leaving. */
  async release() {
    for (const { version } of this.#waiting) this.#released.add(version)
    await this.flush()
  }

  /** Sends what waits, one after another; stops where nobody answers, and leaves what fails for the next time. */
  flush(): Promise<void> {
    return this.#sending.flush()
  }

  #keep(note: Omit<Written, 'version'>) {
    this.#notes.keep({ ...note, version: crypto.randomUUID() })
    this.refresh()
  }

  #find(id: string | null): Unsent | undefined {
    return this.#waiting.find((waiting) => waiting.id === id)
  }

  #next(tried: ReadonlySet<string>): Unsent | undefined {
    this.refresh()
    return this.#waiting.find((note) => note.problem === null && !tried.has(note.version) && this.#isDue(note))
  }

  /** An answer waits for what it answers. */
  #isDue({ version, draft, writtenAt }: Unsent): boolean {
    if (draft) return !this.#find(draft.parentId)
    return this.#released.has(version) || Date.now() - Date.parse(writtenAt) >= UNDO_MS
  }

  async #send(sent: Unsent) {
    this.#options.onSent(sent, await this.#options.send(sent))
    this.#notes.drop(sent)
  }
}
