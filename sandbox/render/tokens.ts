/** One word of a transcript: its text with the spaces around it, and where its spoken form stands in the spoken text. */
export type Token = { word: string; from: number; to: number }

const READING = /\{([^|{}]+)\|([^|{}]+)\}/
const UNSPACED = new Set(['ja', 'th', 'zh'])

/** Japanese particles are written with one letter and spoken with another. */
const PARTICLES: Record<string, string> = { は: 'わ', へ: 'え', では: 'でわ', には: 'にわ' }

const OPENING = /^[\p{Ps}\p{Pi}]+$/u

type Piece = { written: string; spoken: string }

/**
 * Splits an utterance into tokens that join to its written text. `{漢字|かんじ}` is written one way and spoken another;
 * positions count characters (code points) as espeak-ng does.
 */
export function tokenize(text: string, language: string): { spoken: string; tokens: Token[] } {
  const pieces = joinSilent(text.split(/(\{[^{}]*\})/).flatMap((part) => cut(part, language)))
  let position = 0
  const tokens = pieces.map(({ written, spoken }) => {
    const from = position
    position += Array.from(spoken).length
    return { word: written, from, to: position }
  })
  return { spoken: pieces.map(({ spoken }) => spoken).join(''), tokens }
}

/** Moves each token's trailing spaces to the front of the next one, as Ribbon does in some interviews. */
export function leadWithSpaces(words: readonly string[]): string[] {
  let carried = ''
  return words.map((word) => {
    const bare = word.trimEnd()
    const moved = carried + bare
    carried = word.slice(bare.length)
    return moved
  })
}

function cut(part: string, language: string): Piece[] {
  const [, written, spoken] = READING.exec(part) ?? []
  if (written && spoken) return [{ written, spoken: `${spoken} ` }]

  const base = language.split('-')[0] ?? language
  if (!UNSPACED.has(base)) return (part.match(/\s*\S+\s*/g) ?? []).map((word) => ({ written: word, spoken: word }))

  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(part)
  return Array.from(words, ({ segment }) => ({ written: segment, spoken: `${PARTICLES[segment] ?? segment} ` }))
}

/** Punctuation that stands alone is part of the word before it, an opening bracket of the word after it. */
function joinSilent(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && (isSilent(last) || (isSilent(piece) && !OPENING.test(piece.written)))) {
      last.written += piece.written
      last.spoken += piece.spoken
    } else joined.push({ ...piece })
  }
  return joined
}

function isSilent({ spoken }: Piece): boolean {
  return !/[\p{L}\p{N}]/u.test(spoken)
}
