import { partsIn, type WordPart } from '@/lib/text/fold'
import { placesOf } from '@/lib/search/matches'
import { typedPhrase } from '@/lib/search/query'
import { originalsOfShown, type Stretch } from './segment-text'

/** A place where the transcript says what is looked for; `shown` is in the text as it stands, `offset` in Ribbon's. */
export type Match = { segment: number; said: Element; shown: Stretch; offset: number }

type Said = { segment: number; said: Element; parts: WordPart[] }

/** What the page shows as said, folded once, since every letter that is typed asks it again. */
export class TranscriptText {
  #segments: Said[]

  constructor(drawn: { segment: number; said: Element }[]) {
    this.#segments = drawn.map(({ segment, said }) => ({ segment, said, parts: partsIn(said.textContent) }))
  }

  /** In the order of the transcript: compared as the search over all transcripts does, the last word as far as it is typed. */
  find(typed: string): Match[] {
    const phrase = typedPhrase(typed)
    return this.#segments.flatMap(({ segment, said, parts }) => {
      const places = placesOf(phrase, parts)
      if (places.length === 0) return []
      const offsets = originalsOfShown(
        said,
        places.map(({ from }) => from),
      )
      return places.map((shown, index) => ({ segment, said, shown, offset: offsets[index] ?? 0 }))
    })
  }
}
