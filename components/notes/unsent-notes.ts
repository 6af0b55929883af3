import * as z from 'zod/mini'

export const quotedWords = z.nullable(
  z.object({ segment: z.number(), from: z.number(), to: z.number(), text: z.string() }),
)

const written = z.object({
  id: z.uuid(),
  draft: z.object({
    parentId: z.nullable(z.string()),
    body: z.string(),
    at: z.nullable(z.number()),
    quote: quotedWords,
  }),
  writtenAt: z.string(),
  /** Tells this text of the note from one that another tab has written since. */
  version: z.string(),
})
export type Written = z.infer<typeof written>

/** Notes that the server does not have, each under a key of its own, so that no tab overwrites what another has written. */
export class UnsentNotes {
  #key: string
  #storage: () => Storage
  /** What the browser has no room for is there for as long as the page is open. */
  #unkept = new Map<string, Written>()

  /** `key` is of this member and this interview alone; `storage` throws where the browser blocks it. */
  constructor(key: string, storage: () => Storage) {
    this.#key = `${key} `
    this.#storage = storage
  }

  /** Oldest first. */
  list(): Written[] {
    const stored = this.#listStored().filter(({ id }) => !this.#unkept.has(id))
    return [...stored, ...this.#unkept.values()].toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))
  }

  keep(note: Written) {
    try {
      this.#storage().setItem(this.#key + note.id, JSON.stringify(note))
      this.#unkept.delete(note.id)
    } catch {
      this.#unkept.set(note.id, note)
      // Its older text would otherwise be sent after it.
      this.#removeStored(note.id)
    }
  }

  /** Forgets this text of a note: a newer one stays. */
  drop({ id, version }: Written) {
    if (this.#unkept.get(id)?.version === version) this.#unkept.delete(id)
    if (this.#listStored().some((stored) => stored.version === version)) this.#removeStored(id)
  }

  #listStored(): Written[] {
    try {
      const storage = this.#storage()
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return keys.filter((key) => key.startsWith(this.#key)).flatMap((key) => parseWritten(storage.getItem(key)))
    } catch {
      return []
    }
  }

  #removeStored(id: string) {
    try {
      this.#storage().removeItem(this.#key + id)
    } catch {
      // Where the browser blocks its storage nothing is kept in it.
    }
  }
}

/** What cannot be read is not ours. */
function parseWritten(text: string | null): Written[] {
  try {
    const kept = written.safeParse(JSON.parse(text ?? 'null'))
    return kept.success ? [kept.data] : []
  } catch {
    return []
  }
}
