import type { Kept } from '../kept'
import { swrKeys } from '../swr-keys'
import { readWritten, type Written } from './kept-note'
import { interviewOfNotesUrl } from './notes-url'

/** Notes that the server does not have, each under a key of its own, so that no tab overwrites what another has written. */
export class UnsentNotes {
  #key: string
  #kept: Kept
  /** What the browser has no room for is there for as long as the page is open. */
  #unkept = new Map<string, Written>()

  /** `key` is of this member alone. */
  constructor(key: string, kept: Kept) {
    this.#key = `${key} `
    this.#kept = kept
  }

  /** Oldest first. */
  list(): Written[] {
    const stored = this.#listStored().filter(({ id }) => !this.#unkept.has(id))
    return [...stored, ...this.#unkept.values()].toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))
  }

  keep(note: Written) {
    if (this.#kept.keep(this.#keyOf(note), JSON.stringify(note))) {
      this.#unkept.delete(note.id)
      return
    }
    this.#unkept.set(note.id, note)
    // Its older text would otherwise be sent after it.
    this.#kept.drop(this.#keyOf(note))
  }

  /** Forgets this text of a note: a newer one stays. */
  drop(note: Written) {
    const { id, version } = note
    if (this.#unkept.get(id)?.version === version) this.#unkept.delete(id)
    if (this.#listStored().some((stored) => stored.version === version)) this.#kept.drop(this.#keyOf(note))
  }

  #listStored(): Written[] {
    return this.#kept.keys().flatMap((key) => {
      const interviewId = this.#interviewOf(key)
      return (interviewId !== null && readWritten(interviewId, this.#kept.findJson(key))) || []
    })
  }

  #keyOf({ interviewId, id }: Written): string {
    return `${this.#key}${swrKeys.notes(interviewId)} ${id}`
  }

  /** Null for a key that is not of this member's notes. */
  #interviewOf(key: string): string | null {
    return key.startsWith(this.#key) ? interviewOfNotesUrl(key.slice(this.#key.length).split(' ')[0] ?? '') : null
  }
}
