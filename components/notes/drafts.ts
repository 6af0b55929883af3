import { kept } from '../kept'
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
    return readHalfNote(kept.findJson(this.#keyOf(name)))
  }

  keep(name: string, half: HalfNote) {
    kept.keep(this.#keyOf(name), JSON.stringify(half))
  }

  drop(name: string) {
    kept.drop(this.#keyOf(name))
  }

  #keyOf(name: string) {
    return `${this.#key} ${name}`
  }
}
