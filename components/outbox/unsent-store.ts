import type { Kept } from '../kept'

type Options<Written> = {
  kept: Kept
  /** Of one member alone; each key goes on from it after a space. */
  key: string
  /** What follows it. */
  endOf: (written: Written) => string
  /** What is kept under such a key; null for what is not ours. */
  read: (end: string, stored: unknown) => Written | null
}

/** What the server does not have, each under a key of its own, so that no tab overwrites what another has written. */
export class UnsentStore<Written extends { writtenAt: string; version: string }> {
  #options: Options<Written>
  /** By its key: what the browser has no room for is there for as long as the page is open. */
  #unkept = new Map<string, Written>()

  constructor(options: Options<Written>) {
    this.#options = options
  }

  /** Oldest first. */
  list(): Written[] {
    const stored = this.#listStored().filter((written) => !this.#unkept.has(this.#keyOf(written)))
    return [...stored, ...this.#unkept.values()].toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))
  }

  keep(written: Written) {
    const { kept } = this.#options
    const key = this.#keyOf(written)
    if (kept.keep(key, JSON.stringify(written))) {
      this.#unkept.delete(key)
      return
    }
    this.#unkept.set(key, written)
    // What it takes the place of would otherwise be sent after it.
    kept.drop(key)
  }

  /** Forgets this version: a newer one stays. */
  drop(written: Written) {
    const key = this.#keyOf(written)
    const isThis = ({ version }: Written) => version === written.version
    const unkept = this.#unkept.get(key)
    if (unkept && isThis(unkept)) this.#unkept.delete(key)
    if (this.#listStored().some(isThis)) this.#options.kept.drop(key)
  }

  #listStored(): Written[] {
    const { kept, key: beginning, read } = this.#options
    return kept
      .keys()
      .flatMap((key) =>
        key.startsWith(`${beginning} `) ? (read(key.slice(beginning.length + 1), kept.findJson(key)) ?? []) : [],
      )
  }

  #keyOf(written: Written): string {
    return `${this.#options.key} ${this.#options.endOf(written)}`
  }
}
