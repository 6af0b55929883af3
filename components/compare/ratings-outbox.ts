import type { GivenRating } from '@/lib/compare/rating'
import { Listeners } from '../listeners'
import { OneByOne } from '../outbox/one-by-one'
import type { UnsentStore } from '../outbox/unsent-store'
import type { UnsentRating } from './unsent-rating'

type Options = {
  store: Pick<UnsentStore<UnsentRating>, 'list' | 'keep' | 'drop'>
  /** Null once it is taken back. Throws RequestFailed. */
  send: (unsent: UnsentRating) => Promise<GivenRating | null>
}

/** What somebody did and what was said of it. */
export type RefusedRating = { rating: UnsentRating; reason: string }
type Waiting = { ratings: readonly UnsentRating[]; refused: RefusedRating | null }

/** Ratings on their way: kept in the browser until the server has them, however often it takes; of each answer the last one. */
export class RatingsOutbox {
  #options: Options
  #state: Waiting = { ratings: [], refused: null }
  #listeners = new Listeners<[]>()
  #sent = new Listeners<[UnsentRating, GivenRating | null]>()
  #sending: OneByOne<UnsentRating>

  constructor(options: Options) {
    this.#options = options
    this.#sending = new OneByOne({
      next: (tried) => this.#next(tried),
      send: (rating) => this.#send(rating),
      onRefused: (rating, verdict) => {
        this.#options.store.drop(rating)
        this.#set({ refused: { rating, reason: verdict.message } })
      },
      onTried: () => this.refresh(),
    })
    this.refresh()
  }

  get state(): Waiting {
    return this.#state
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Called with each that the server has, before it waits no longer. */
  onSent = (listener: (sent: UnsentRating, given: GivenRating | null) => void): (() => void) => this.#sent.add(listener)

  /** Another tab may have rated or sent meanwhile. */
  refresh = () => this.#set({ ratings: this.#options.store.list() })

  put(rating: Omit<UnsentRating, 'writtenAt' | 'version'>) {
    this.#options.store.keep({ ...rating, writtenAt: new Date().toISOString(), version: crypto.randomUUID() })
    this.#set({ ratings: this.#options.store.list(), refused: null })
    void this.flush()
  }

  forgetRefused() {
    this.#set({ refused: null })
  }

  /** Sends what waits, one after another; stops where nobody answers. */
  flush = (): Promise<void> => this.#sending.flush()

  release = this.flush

  #next(tried: ReadonlySet<string>): UnsentRating | undefined {
    this.refresh()
    return this.#state.ratings.find(({ version }) => !tried.has(version))
  }

  async #send(rating: UnsentRating) {
    this.#sent.tell(rating, await this.#options.send(rating))
    this.#options.store.drop(rating)
  }

  #set(change: Partial<Waiting>) {
    const next = { ...this.#state, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    this.#listeners.tell()
  }
}
