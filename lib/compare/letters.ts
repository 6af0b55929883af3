import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

const KEY_BYTES = 32

/** Without vowels, so that they spell no word, nor what reads like a name. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'

/** Of four letters there are 160,000: with 300 candidates one in 500 shares theirs with another. */
const LEAST = 4

export type Letter = { letter: string; place: number }

/** For whom candidates have letters instead of names, and in which flow. */
export type LettersFor = { memberId: string; flowId: string }

/**
 * What each of these candidates is called instead, and where they stand: in the order of the alphabet. Everybody has letters of their
 * own, by a key that never leaves the server, so that neither tells anything, and for one member only: whoever comes or goes, nobody
 * takes another's, nor their place. The first four are told; whoever shares them with somebody who is here is told by as many more
 * as tell the two apart.
 */
export function lettersOf(ids: string[], { memberId, flowId }: LettersFor, authSecret: string): Map<string, Letter> {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'debrief: letters of candidates, 1', KEY_BYTES))
  const ordered = ids
    .map((id) => {
      const made = createHmac('sha256', key).update(JSON.stringify([memberId, flowId, id]))
      return { id, letters: written(made.digest()) }
    })
    .toSorted((a, b) => (a.letters < b.letters ? -1 : 1))
  return new Map(
    ordered.map(({ id, letters }, place) => {
      // Nobody shares more with them than who stands beside them.
      const shared = [place - 1, place + 1].map((beside) => sharedBy(letters, ordered[beside]?.letters ?? ''))
      return [id, { letter: letters.slice(0, Math.max(LEAST, ...shared.map((count) => count + 1))), place }]
    }),
  )
}

/** One for each byte: 32 of them. */
function written(digest: Buffer): string {
  return Array.from(digest, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}

/** How many letters both begin with. */
function sharedBy(letters: string, others: string): number {
  const differs = Array.from(letters).findIndex((letter, index) => letter !== others[index])
  return differs < 0 ? letters.length : differs
}
