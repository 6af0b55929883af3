import { readWritten, type Written } from './kept-note'

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
      return keys.filter((key) => key.startsWith(this.#key)).flatMap((key) => readWritten(storage.getItem(key)) ?? [])
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
