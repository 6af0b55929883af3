import { Listeners } from '../../listeners'

const NOTHING: ReadonlySet<string> = new Set()

/** The interviews of a list that somebody has ticked. */
export class Selection {
  /** The query string of the list: another list has another selection. */
  readonly search: string
  #ids = NOTHING
  #listeners = new Listeners<[]>()

  constructor(search: string) {
    this.search = search
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)
  /** The same set until it changes. */
  ids = (): ReadonlySet<string> => this.#ids

  /** These and no others. */
  set(ids: Iterable<string>) {
    this.#ids = new Set(ids)
    this.#listeners.tell()
  }

  toggle(id: string) {
    this.set(this.#ids.has(id) ? [...this.#ids].filter((one) => one !== id) : [...this.#ids, id])
  }

  add(...ids: string[]) {
    this.set([...this.#ids, ...ids])
  }

  clear() {
    if (this.#ids.size > 0) this.set(NOTHING)
  }
}
