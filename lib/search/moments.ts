import 'server-only'
import { originalOffset, readingsOf, textAsRead } from '../transcript/as-read'
import { readWords, type CompactWords } from '../transcript/words'
import { excerptOf } from './excerpt'
import type { FoldedTexts } from './folded-texts'
import type { Phrases } from './phrases'
import { findSegments, type FoundSegment } from './found-segments'
import { phrasePattern } from './lexemes'
import type { SearchHit } from './search-hit'
import type { Phrase } from './query'

/** Where in these talks the phrases are, in the order of the talk: of each at most `most`, those that answer the most terms. */
export async function findMoments(
  phrases: Pick<Phrases, 'said' | 'asked'>,
  texts: FoldedTexts[],
  most: number,
): Promise<Record<string, SearchHit[]>> {
  const wanted = texts.map((text) => {
    const hits = new Map([...countHits(text.said, phrases.said), ...countHits(text.asked, phrases.asked)])
    return { interviewId: text.interviewId, segments: bestSegments(hits, most) }
  })
  const found = await findSegments(wanted)
  const moments = wanted.map(({ interviewId: id }) => {
    const ofOne = (found.get(id) ?? []).map((one) =>
      momentOf(one, one.said.speaker === 'candidate' ? phrases.said : phrases.asked),
    )
    return [id, ofOne.filter((moment) => moment !== null)] as const
  })
  return Object.fromEntries(moments.filter(([, ofOne]) => ofOne.length > 0))
}

/** How many of the phrases each line of a folded text has; lines without any are left out. */
function countHits(text: string, phrases: Phrase[]): Map<number, number> {
  const hits = new Map<number, number>()
  for (const phrase of phrases) {
    const pattern = new RegExp(phrasePattern(phrase), 'g')
    for (let found = pattern.exec(text), line = 0, read = 0; found; found = pattern.exec(text)) {
      for (; read < found.index; read++) if (text.charCodeAt(read) === NEW_LINE) line++
      hits.set(line, (hits.get(line) ?? 0) + 1)
      const end = text.indexOf('\n', found.index)
      if (end < 0) break
      pattern.lastIndex = end
    }
  }
  return hits
}
const NEW_LINE = 10

function bestSegments(hits: Map<number, number>, most: number): number[] {
  const best = [...hits].toSorted(([a, hitsOfA], [b, hitsOfB]) => hitsOfB - hitsOfA || a - b).slice(0, most)
  return best.map(([segment]) => segment).toSorted((a, b) => a - b)
}

function momentOf({ segment, said, words, corrections }: FoundSegment, phrases: Phrase[]): SearchHit | null {
  const readings = readingsOf(said.text, corrections)
  const excerpt = excerptOf(textAsRead(readings), phrases)
  if (!excerpt) return null
  const { text, matches, at } = excerpt
  const start = startOfWord(words, originalOffset(readings, at)) ?? said.start
  return { segment, speaker: said.speaker, start, text, matches }
}

/** In seconds, `at` in Ribbon's text; null where no word that has a time stands there. */
function startOfWord(words: CompactWords[number], at: number): number | null {
  for (const { from, to, start } of readWords(words)) if (at >= from && at < to) return start
  return null
}
