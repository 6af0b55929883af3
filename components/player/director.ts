import { Listeners } from '../listeners'

type Part = { pause: () => void }

/** Of the recordings that are on one page: one of them sounds at a time, and the keys are for the one that was used last. */
export class Director {
  #all = new Set<Part>()
  #used: Part | null = null
  #listeners = new Listeners<[]>()

  /** Until the returned function is called. */
  join(part: Part): () => void {
    this.#all.add(part)
    this.#listeners.tell()
    return () => {
      this.#all.delete(part)
      if (this.#used === part) this.#used = null
      this.#listeners.tell()
    }
  }

  /** Somebody has pressed it, or moved the focus into it. */
  use(part: Part) {
    if (this.#used === part) return
    this.#used = part
    this.#listeners.tell()
  }

  /** It begins to sound, so every other one stops, and what was to play once it is loaded does not. */
  start(part: Part) {
    this.use(part)
    for (const other of this.#all) if (other !== part) other.pause()
  }

  /** Until one is used it is the first. */
  isInUse(part: Part): boolean {
    const [first] = this.#all
    return (this.#used ?? first) === part
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)
}

/** Of this page. */
export const director = new Director()
