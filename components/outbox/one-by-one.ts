import { RequestFailed } from '../fetch-json'
import { isNoVerdict } from './no-verdict'

type Options<Written> = {
  /** What is to be sent now, whose version is none of these; undefined where nothing is. */
  next: (tried: ReadonlySet<string>) => Written | undefined
  /** It no longer waits once this resolves. Throws RequestFailed. */
  send: (written: Written) => Promise<void>
  /** The server has judged it, so that it is not sent again by itself. */
  onRefused: (written: Written, verdict: RequestFailed) => void
  /** Whatever came of it. */
  onTried: () => void
}

/** Sends what waits, one after another and each version once; stops where nobody answers, and leaves what fails for the next time. */
export class OneByOne<Written extends { version: string }> {
  #options: Options<Written>
  #flushing: Promise<void> | null = null
  #isSignedOut = false

  constructor(options: Options<Written>) {
    this.#options = options
  }

  /** Its author is not signed in any more, as the last answer said. */
  get isSignedOut(): boolean {
    return this.#isSignedOut
  }

  flush = (): Promise<void> => this.#flushing ?? this.#begin()

  /** Sends at once, and is known to before anything is told, so that what is written then begins no second flush. */
  #begin(): Promise<void> {
    let end: (() => void) | undefined
    const flushing = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#flushing = flushing
    void this.#sendAll().finally(() => {
      this.#flushing = null
      end?.()
    })
    return flushing
  }

  async #sendAll() {
    const tried = new Set<string>()
    for (let next = this.#options.next(tried); next; next = this.#options.next(tried)) {
      tried.add(next.version)
      if (!(await this.#try(next))) return
    }
  }

  /** False where nobody answers this member, nor would they for the others. */
  async #try(written: Written): Promise<boolean> {
    try {
      await this.#options.send(written)
      this.#isSignedOut = false
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code === 'unexpected') return true
      this.#isSignedOut = error.code === 'not_signed_in'
      if (isNoVerdict(error)) return false
      this.#options.onRefused(written, error)
      return true
    } finally {
      this.#options.onTried()
    }
  }
}
