type Options = { most: number; longestMs: number }

/** So many at once have a turn, in the order in which they ask for one; whoever has had it for so many milliseconds is waited for no longer. */
export class Turns {
  readonly #longestMs: number
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor({ most, longestMs }: Options) {
    this.#free = most
    this.#longestMs = longestMs
  }

  /** What leaves the turn, which may be called more than once. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    let isLeft = false
    const leave = () => {
      clearTimeout(late)
      if (!isLeft) this.#passOn()
      isLeft = true
    }
    const late = setTimeout(leave, this.#longestMs)
    return leave
  }

  #passOn() {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}
