import type { Segment, Word } from '../wire'
import type { Random } from './random'
import type { Turn } from './turns'

const BARGE_IN = 0.1
const BACKWARDS = 0.02

/** Gives every word its seconds; some turns begin before the previous one ended, a few before it began. */
export function timeTurns(random: Random, turns: readonly Turn[]): Segment[] {
  let previous = { start: 0, end: random.between(0.4, 1.6) }
  return turns.map(({ role, tokens }) => {
    const words = timeWords(random, tokens, startAfter(random, previous))
    const end = words.at(-1)?.end ?? previous.end
    previous = { start: words[0]?.start ?? previous.start, end: Math.max(end, previous.end) }
    return { content: tokens.join(''), role, words }
  })
}

function startAfter(random: Random, previous: { start: number; end: number }) {
  const kind = random.next()
  if (kind < BACKWARDS) return Math.max(0, previous.start - random.between(0.1, 0.5))
  if (kind < BARGE_IN) return Math.max(0, previous.end - random.between(0.2, 1.4))
  return previous.end + random.between(0.25, 1.3)
}

function timeWords(random: Random, tokens: readonly string[], from: number): Word[] {
  let at = from
  return tokens.map((word) => {
    const start = at
    const end = start + (0.09 + 0.05 * word.trim().length) * random.between(0.8, 1.25)
    at = end + pauseAfter(random, word)
    return { word, start, end }
  })
}

function pauseAfter(random: Random, token: string) {
  if (/[.?!。؟]\s*$/.test(token)) return random.between(0.25, 0.7)
  if (/[,、،]\s*$/.test(token)) return random.between(0.1, 0.3)
  return random.chance(0.3) ? random.between(0.01, 0.12) : 0
}
