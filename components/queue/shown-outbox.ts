import { OneByOne } from '../outbox/one-by-one'

/** `isPlace`: they wait, so that one goes on there. */
type Shown = { interviewId: string; isPlace: boolean; version: string }

/** Throws RequestFailed. */
type Send = (interviewId: string, isPlace: boolean) => Promise<unknown>

/**
 * Which candidates of the queue were shown, for as long as the page is open: one that was loaded ahead opens without a network
 * too, and the server hears of it once there is one again. Sent in the order in which they were shown, so that the last who waits is the place.
 */
export class ShownOutbox {
  #waiting: Shown[] = []
  #sending: OneByOne<Shown>

  constructor(send: Send) {
    this.#sending = new OneByOne<Shown>({
      next: (tried) => this.#waiting.find(({ version }) => !tried.has(version)),
      send: async (shown) => {
        await send(shown.interviewId, shown.isPlace)
        this.#forget(shown)
      },
      onRefused: (shown) => this.#forget(shown),
      onTried: () => {},
    })
  }

  put(interviewId: string, isPlace: boolean) {
    const others = this.#waiting.filter((shown) => shown.interviewId !== interviewId)
    this.#waiting = [...others, { interviewId, isPlace, version: crypto.randomUUID() }]
    void this.flush()
  }

  flush = (): Promise<void> => this.#sending.flush()

  release = this.flush

  /** No other tab has anything of it. */
  refresh = () => {}

  #forget(shown: Shown) {
    this.#waiting = this.#waiting.filter((waiting) => waiting !== shown)
  }
}
