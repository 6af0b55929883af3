import { wordsIn, type FoldedWord } from './fold'
import type { Phrase } from './query'

/** UTF-16 offsets in a text. */
export type Span = { from: number; to: number }

/** Where the phrases stand in the text, in its order; a word of which only the beginning was asked for is marked whole. */
export function findMatches(text: string, phrases: Phrase[]): Span[] {
  const words = wordsIn(text)
  const found = phrases.flatMap((phrase) => placesOf(phrase, words).map((place) => spanOf(words, place, phrase)))
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

function spanOf(words: FoldedWord[], place: number, phrase: Phrase): Span {
  const last = words[place + phrase.words.length - 1]
  return { from: words[place]?.from ?? 0, to: last?.to ?? 0 }
}

/** The indices of the words that the phrase begins at. */
export function placesOf({ words: wanted, isPrefix }: Phrase, words: Pick<FoldedWord, 'word'>[]): number[] {
  const places: number[] = []
  for (let place = 0; place <= words.length - wanted.length; place++) {
    const isThere = wanted.every((word, index) => {
      const said = words[place + index]?.word ?? ''
      return isPrefix && index === wanted.length - 1 ? said.startsWith(word) : said === word
    })
    if (isThere && wanted.length > 0) places.push(place)
  }
  return places
}
