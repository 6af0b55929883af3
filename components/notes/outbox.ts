import * as z from 'zod/mini'
import type { Note, NoteDraft } from '@/lib/notes/note'
import { RequestFailed } from '../fetch-json'

/** A note that has not arrived; `problem` says why it is not tried again by itself. */
export type Unsent = { id: string; draft: NoteDraft; writtenAt: string; problem: string | null }

type Send = (unsent: Unsent) => Promise<Note>
type Options = {
  /** Where it is kept: of this member and this interview alone. */
  key: string
  storage: Storage
  send: Send
  onSent: (note: Note) => void
}

export const quotedWords = z.nullable(
  z.object({ segment: z.number(), from: z.number(), to: z.number(), text: z.string() }),
)

const unsent = z.object({
  id: z.uuid(),
  draft: z.object({
    parentId: z.nullable(z.string()),
    body: z.string(),
    at: z.nullable(z.number()),
    quote: quotedWords,
  }),
  writtenAt: z.string(),
  problem: z.nullable(z.string()),
})

/** Only these are over by themselves. */
const PASSING = ['offline', 'unexpected', 'not_ready']

/** Notes on their way: kept in the browser until the server has them, however often it takes, and sent in their order. */
export class Outbox {
  #options: Options
  #waiting: readonly Unsent[]
  #listeners = new Set<() => void>()
  #sending = false

  constructor(options: Options) {
    this.#options = options
    this.#waiting = readWaiting(options)
  }

  get waiting(): readonly Unsent[] {
    return this.#waiting
  }

  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A newer text of a note that waits takes its place. */
  put(id: string, draft: NoteDraft) {
    const older = this.#waiting.find((waiting) => waiting.id === id)
    const writtenAt = older?.writtenAt ?? new Date().toISOString()
    this.#keep([...this.#waiting.filter((waiting) => waiting.id !== id), { id, draft, writtenAt, problem: null }])
    void this.flush()
  }

  discard(id: string) {
    this.#keep(this.#waiting.filter((waiting) => waiting.id !== id))
  }

  retry(id: string) {
    this.#keep(this.#waiting.map((waiting) => (waiting.id === id ? { ...waiting, problem: null } : waiting)))
    void this.flush()
  }

  /** Sends what waits, one after another; stops at the first that nobody answers. */
  async flush() {
    if (this.#sending) return
    this.#sending = true
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        if (!(await this.#try(next))) return
      }
    } finally {
      this.#sending = false
    }
  }

  #next(): Unsent | undefined {
    return this.#waiting.find(({ problem }) => problem === null)
  }

  /** False when it is to be tried again later. */
  async #try(sent: Unsent): Promise<boolean> {
    try {
      const note = await this.#options.send(sent)
      this.#options.onSent(note)
      // Unless it was written anew meanwhile.
      this.#keep(this.#waiting.filter((waiting) => waiting !== sent))
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed) || PASSING.includes(error.code)) return false
      const problem = error.message
      this.#keep(this.#waiting.map((waiting) => (waiting === sent ? { ...waiting, problem } : waiting)))
      return true
    }
  }

  #keep(waiting: readonly Unsent[]) {
    this.#waiting = waiting
    for (const listener of this.#listeners) listener()
    const { storage, key } = this.#options
    try {
      if (waiting.length > 0) storage.setItem(key, JSON.stringify(waiting))
      else storage.removeItem(key)
    } catch {
      // A browser without room still has it for as long as the page is open.
    }
  }
}

/** What cannot be read is not ours; a problem may be over by now. */
function readWaiting({ storage, key }: Options): Unsent[] {
  try {
    const kept = z.array(unsent).safeParse(JSON.parse(storage.getItem(key) ?? '[]'))
    return kept.success ? kept.data.map((waiting) => ({ ...waiting, problem: null })) : []
  } catch {
    return []
  }
}
