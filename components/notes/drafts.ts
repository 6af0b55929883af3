import { readHalfNote, type HalfNote } from './kept-note'

/** Notes that are being written: kept in the browser with every letter, until they are sent or given up. */
export class Drafts {
  #key: string

  /** `key` is of this member and this interview alone. */
  constructor(key: string) {
    this.#key = key
  }

  /** Null where nothing is kept; what cannot be read is not ours. */
  find(name: string): HalfNote | null {
    try {
      return readHalfNote(window.localStorage.getItem(this.#keyOf(name)))
    } catch {
      return null
    }
  }

  keep(name: string, half: HalfNote) {
    try {
      window.localStorage.setItem(this.#keyOf(name), JSON.stringify(half))
    } catch {
      // A browser without room keeps nothing; what is being written stands in its field.
    }
  }

  drop(name: string) {
    try {
      window.localStorage.removeItem(this.#keyOf(name))
    } catch {
      // Where the browser blocks its storage nothing was kept.
    }
  }

  #keyOf(name: string) {
    return `${this.#key} ${name}`
  }
}
