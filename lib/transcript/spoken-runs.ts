/** Words that a run has at least, and by which it is looked up. */
const SHORTEST = 3
/** What is said oftener than this is looked for at its first places only: it is hardly what a text means. */
const MOST_PLACES = 100

/** Where words are said in a row, found without going through all of them; places are indices. */
export class SpokenRuns {
  #words: string[]
  #places = new Map<string, number[]>()

  constructor(words: string[]) {
    this.#words = words
    for (let at = 0; at + SHORTEST <= words.length; at++) {
      const key = keyOf(words, at)
      const places = this.#places.get(key)
      if (!places) this.#places.set(key, [at])
      else if (places.length < MOST_PLACES) places.push(at)
    }
  }

  /** The first place at which all of them are said; undefined for fewer than three. */
  placeOf(run: string[]): number | undefined {
    const places = this.#places.get(keyOf(run, 0))
    return places?.find((place) => run.every((word, index) => this.#words[place + index] === word))
  }

  /** The first place at which so many of them, at least three, are said in a row. */
  placeOfAny(words: string[], length: number): number | undefined {
    const places = words.flatMap((_, at) =>
      at + length <= words.length ? (this.placeOf(words.slice(at, at + length)) ?? []) : [],
    )
    return places.length > 0 ? places.reduce((first, place) => Math.min(first, place)) : undefined
  }
}

function keyOf(words: string[], at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`
}
