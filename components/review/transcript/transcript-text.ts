import { partsIn, type WordPart } from '@/lib/search/fold'
import { placesOf } from '@/lib/search/matches'
import { typedPhrase } from '@/lib/search/query'
import { originalsOfShown, type Stretch } from './segment-text'

/** A place where the transcript says what is looked for; `shown` is in the text as it stands, `offset` in Ribbon's. */
export type Match = { segment: number; said: Element; shown: Stretch; offset: number }

type Said = { said: Element; parts: WordPart[] }

/** What the page shows as said, folded once, since every letter that is typed asks it again. */
export class TranscriptText {
  #segments: Said[]

  constructor(root: ParentNode) {
    const elements = root.querySelectorAll('[data-segment] > p')
    this.#segments = Array.from(elements, (said) => ({ said, parts: partsIn(said.textContent) }))
  }

  /** In the order of the transcript: compared as the search over all transcripts does, the last word as far as it is typed. */
  find(typed: string): Match[] {
    const phrase = typedPhrase(typed)
    return this.#segments.flatMap(({ said, parts }, segment) => {
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
