import type { GivenRating } from '@/lib/compare/rating'
import type { RequestFailed } from '../fetch-json'
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
type RefusedRating = { rating: UnsentRating; reason: string }
type Waiting = {
  ratings: readonly UnsentRating[]
  /** Those that wait for their author to say which is to stand. */
  contested: readonly UnsentRating[]
  refused: RefusedRating | null
}

export const NOTHING_WAITS: Waiting = { ratings: [], contested: [], refused: null }

/** `replaces` is the `ratedAt` of what its author saw; left out, it is what was last heard of the server here. */
type NewRating = Pick<UnsentRating, 'interview' | 'key' | 'rating' | 'anchors'> & { replaces?: string | null }

/** Ratings on their way: kept in the browser until the server has them, however often it takes; of each answer the last one. */
export class RatingsOutbox {
  #options: Options
  #state = NOTHING_WAITS
  /** By answer, when what stands was given, as far as this page has heard it from the server. */
  #heard = new Map<string, string | null>()
  #listeners = new Listeners<[]>()
  #sent = new Listeners<[UnsentRating, GivenRating | null]>()
  #sending: OneByOne<UnsentRating>

  constructor(options: Options) {
    this.#options = options
    this.#sending = new OneByOne({
      next: (tried) => this.#next(tried),
      send: (rating) => this.#send(rating),
      onRefused: (rating, verdict) => this.#refuse(rating, verdict),
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
  refresh = () => this.#set(this.#list())

  put({ replaces: seen, ...rating }: NewRating) {
    const waiting = this.#list().ratings.find((one) => isSameAnswer(one, rating))
    const known = seen === undefined ? this.#heard.get(answerOf(rating)) : seen
    const { replaces, unanswered } = waiting ?? { replaces: known, unanswered: [] }
    this.#keep({ ...rating, replaces, unanswered })
  }

  /** Puts back what stood before; where another one was given elsewhere, that stands. */
  undo(former: Omit<NewRating, 'replaces'>) {
    const contested = this.#list().contested.find((one) => isSameAnswer(one, former))
    if (contested) this.leave(contested)
    else this.put(former)
  }

  /** It is to stand whatever was given elsewhere. */
  insist({ interview, key, rating, anchors }: UnsentRating) {
    this.#keep({ ...{ interview, key, rating, anchors }, replaces: undefined, unanswered: [] })
  }

  /** What was given elsewhere is to stand. */
  leave(contested: UnsentRating) {
    this.#options.store.drop(contested)
    this.refresh()
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
    // Before it leaves: the page may end meanwhile.
    this.#options.store.keep({ ...rating, unanswered: [...new Set([...rating.unanswered, rating.rating])] })
    const given = await this.#options.send(rating)
    const replaces = given?.ratedAt ?? null
    this.#heard.set(answerOf(rating), replaces)
    this.#sent.tell(rating, given)
    this.#options.store.drop(rating)
    const newer = this.#options.store.list().find((one) => isSameAnswer(one, rating))
    if (newer) this.#options.store.keep({ ...newer, replaces, unanswered: [] })
  }

  #refuse(rating: UnsentRating, { code, message }: RequestFailed) {
    const { store } = this.#options
    if (code !== 'rating_changed') {
      store.drop(rating)
      this.#set({ refused: { rating, reason: message } })
    } else if (store.list().some(({ version }) => version === rating.version)) {
      store.keep({ ...rating, isContested: true })
    }
  }

  #keep(rating: Omit<UnsentRating, 'isContested' | 'writtenAt' | 'version'>) {
    const written = { writtenAt: new Date().toISOString(), version: crypto.randomUUID() }
    this.#options.store.keep({ ...rating, ...written, isContested: false })
    this.#set({ ...this.#list(), refused: null })
    void this.flush()
  }

  #list(): Pick<Waiting, 'ratings' | 'contested'> {
    const all = this.#options.store.list()
    return {
      ratings: all.filter(({ isContested }) => !isContested),
      contested: all.filter(({ isContested }) => isContested),
    }
  }

  #set(change: Partial<Waiting>) {
    const next = { ...this.#state, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    this.#listeners.tell()
  }
}

type AnswerRef = Pick<UnsentRating, 'interview' | 'key'>

function answerOf({ interview, key }: AnswerRef): string {
  return `${key} ${interview}`
}

function isSameAnswer(one: AnswerRef, other: AnswerRef): boolean {
  return answerOf(one) === answerOf(other)
}
