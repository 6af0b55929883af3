import type { Random } from './random'
import type { Vocabulary } from './vocabulary'

/** So many tokens of talk, in sentences; spaces are inside the tokens, as Ribbon sends them, none after the last. */
export function talk(random: Random, vocabulary: Vocabulary, count: number): string[] {
  const tokens: string[] = []
  while (tokens.length < count) {
    const left = count - tokens.length
    const length = Math.min(left, random.whole(4, 17))
    tokens.push(...sentence(random, vocabulary, length))
  }
  return withoutLastSpace(tokens)
}

function sentence(random: Random, vocabulary: Vocabulary, length: number): string[] {
  const { space, comma, stops } = vocabulary
  const words: string[] = []
  let word = ''
  for (let at = 0; at < length; at += 1) {
    word = otherThan(word, random, vocabulary)
    const mark = at === length - 1 ? random.pick(stops) : at > 1 && random.chance(0.08) ? comma : ''
    words.push((at === 0 ? capitalised(word) : word) + mark + space)
  }
  return words
}

/** Hardly anybody says the same word twice running. */
function otherThan(previous: string, random: Random, vocabulary: Vocabulary) {
  const word = oneWord(random, vocabulary)
  return word === previous ? oneWord(random, vocabulary) : word
}

/** Now and then a compound or a figure, so that the vocabulary has the long tail of real speech. */
function oneWord(random: Random, { words, space }: Vocabulary) {
  const kind = random.next()
  if (kind < 0.01) return String(random.whole(2, 480))
  if (kind < 0.03) return `${random.pick(words)}${space && '-'}${random.pick(words)}`
  return random.pickByRank(words)
}

/** A written line as tokens. */
export function tokensOf(line: string): string[] {
  return line.match(/\S+\s*/g) ?? []
}

function withoutLastSpace(tokens: string[]) {
  return [...tokens.slice(0, -1), ...tokens.slice(-1).map((token) => token.trimEnd())]
}

function capitalised(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
