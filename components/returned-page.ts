import { RequestFailed } from './fetch-json'
import { Listeners } from './listeners'

/** Milliseconds without an answer after which the page says so. */
export const PATIENCE_MS = 7_000

/** What is seen: the page, nothing, or instead of it that nobody says whose it is, also while they are asked once more. */
export type Sight = 'page' | 'nothing' | 'unanswered' | 'asked-again'

type Options = {
  /** Throws RequestFailed where the session is not that of the page, or nobody says. */
  ask: (signal: AbortSignal) => Promise<unknown>
  /** The tab is not loaded anew for somebody else, and says so itself. */
  isStuck: () => boolean
  reload: () => void
}

/** A page that the browser puts away as it is and brings back later, whoever is signed in by then: nothing of it is seen before that is known. */
export class ReturnedPage {
  #options: Options
  #sight: Sight = 'page'
  #question: AbortController | null = null
  #listeners = new Listeners<[Sight]>()

  constructor(options: Options) {
    this.#options = options
  }

  get sight(): Sight {
    return this.#sight
  }

  onChange = (listener: (sight: Sight) => void): (() => void) => this.#listeners.add(listener)

  putAway() {
    this.#question?.abort()
    this.#show('nothing')
  }

  comeBack(): Promise<void> {
    return this.#ask()
  }

  /** Where nobody has answered; otherwise nothing happens. */
  async askAgain() {
    if (this.#sight !== 'unanswered') return
    this.#show('asked-again')
    await this.#ask()
  }

  async #ask() {
    this.#question?.abort()
    const question = new AbortController()
    this.#question = question
    const patience = setTimeout(() => {
      question.abort()
      this.#show('unanswered')
    }, PATIENCE_MS)
    question.signal.addEventListener('abort', () => clearTimeout(patience))
    const code = await this.#options.ask(question.signal).then(() => null, codeOf)
    // An answer that nobody waits for any more says nothing of who is signed in now.
    if (question.signal.aborted) return
    clearTimeout(patience)
    this.#answer(code)
  }

  /** `code` is null where the page is its reader's. */
  #answer(code: string | null) {
    if (code === null) this.#show('page')
    else if (code === 'not_signed_in') this.#options.reload()
    else if (code !== 'another_member') this.#show('unanswered')
    // Otherwise the tab loads itself anew.
    else if (this.#options.isStuck()) this.#show('page')
  }

  #show(sight: Sight) {
    this.#sight = sight
    this.#listeners.tell(sight)
  }
}

function codeOf(error: unknown): string {
  return error instanceof RequestFailed ? error.code : ''
}
