/** Words that a run has at least. */
const SHORTEST = 3
/** What is said oftener than this is looked for at its first places only: it is hardly what a text means. */
const MOST_PLACES = 1_000
/** For all that is looked for together: a text that says one thing all the time nearly repeats such a talk everywhere. */
const MOST_LOOKED_AT = 100_000

/** Where words are said in a row, found by the rarest of them without going through all that is said; places are indices. */
export class SpokenRuns {
  #words: string[]
  #places = new Map<string, number[]>()
  #lookedAt = 0

  constructor(words: string[]) {
    this.#words = words
    for (const [place, word] of words.entries()) {
      const places = this.#places.get(word)
      if (!places) this.#places.set(word, [place])
      else if (places.length < MOST_PLACES) places.push(place)
    }
  }

  /** The first place at which all of them are said; undefined for fewer than three. */
  placeOf(run: string[]): number | undefined {
    if (run.length < SHORTEST) return undefined
    const places = run.map((word) => this.#places.get(word) ?? [])
    const rarest = places.reduce((least, { length }, nth) => (length < (places[least]?.length ?? 0) ? nth : least), 0)
    const found = places[rarest]?.find((place) => this.#isAt(place - rarest, run))
    return found === undefined ? undefined : found - rarest
  }

  /** The first place at which so many of them, at least three, are said in a row. */
  placeOfAny(words: string[], length: number): number | undefined {
    const places = words.flatMap((_, at) =>
      at + length <= words.length ? (this.placeOf(words.slice(at, at + length)) ?? []) : [],
    )
    return places.length > 0 ? places.reduce((first, place) => Math.min(first, place)) : undefined
  }

  #isAt(place: number, run: string[]): boolean {
    this.#lookedAt += 1
    return this.#lookedAt <= MOST_LOOKED_AT && run.every((word, index) => this.#words[place + index] === word)
  }
}
