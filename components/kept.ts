/**
 * Texts that a browser keeps, found again by their keys, which are in kept-keys.ts. One that blocks its storage, or has no
 * room, keeps nothing; what is found may be anything. Nothing else uses the browser's storage.
 */
export class Kept {
  #storage: () => Storage
  #closed: string[] = []

  /** `storage` throws where the browser blocks it. */
  constructor(storage: () => Storage) {
    this.#storage = storage
  }

  find(key: string): string | null {
    return attempt(() => this.#storage().getItem(key), null)
  }

  /** Null for what is no JSON too. */
  findJson(key: string): unknown {
    return attempt((): unknown => JSON.parse(this.find(key) ?? 'null'), null)
  }

  /** False where it is not kept. */
  keep(key: string, text: string): boolean {
    if (this.#closed.some((beginning) => isUnder(beginning, key))) return false
    return attempt(() => {
      this.#storage().setItem(key, text)
      return true
    }, false)
  }

  drop(key: string) {
    attempt(() => this.#storage().removeItem(key), undefined)
  }

  keys(): string[] {
    return attempt(() => {
      const storage = this.#storage()
      return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    }, [])
  }

  /** This key, and those that go on from it after a space. */
  keysUnder(beginning: string): string[] {
    return this.keys().filter((key) => isUnder(beginning, key))
  }

  /** Drops what is kept under these keys; for as long as the page is open nothing is kept there any more. */
  close(beginning: string) {
    this.#closed.push(beginning)
    for (const key of this.keysUnder(beginning)) this.drop(key)
  }

  /** Whether something could be kept now. */
  works(): boolean {
    const works = this.keep(PROBE, '')
    this.drop(PROBE)
    return works
  }
}

const PROBE = 'debrief-probe'

// oxlint-disable-next-line no-restricted-properties -- Guarded here.
export const kept = new Kept(() => window.localStorage)

/** For as long as the tab is open, reloads included. */
// oxlint-disable-next-line no-restricted-properties -- Guarded here.
export const keptInTab = new Kept(() => window.sessionStorage)

function isUnder(beginning: string, key: string): boolean {
  return key === beginning || key.startsWith(`${beginning} `)
}

function attempt<Result>(use: () => Result, otherwise: Result): Result {
  try {
    return use()
  } catch {
    return otherwise
  }
}
