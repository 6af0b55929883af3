import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

const KEY_BYTES = 32
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export type Letter = { letter: string; place: number }

/** For whom candidates have letters instead of names, and in which flow. */
export type LettersFor = { memberId: string; flowId: string }

/** Of two letters there are 676: enough for most flows, so that nothing in them tells who came early. */
const FIRST_LENGTH = 2

/**
 * What each of these candidates is called instead, and where they stand: in the order of the alphabet. `ids` are in the order in
 * which they came. By a key that never leaves the server, so that neither tells anything, and for one member only. Whoever comes
 * later takes letters that are free, so that all others keep theirs: of the first 676 two, then three, which stand among those.
 */
export function lettersOf(ids: string[], { memberId, flowId }: LettersFor, authSecret: string): Map<string, Letter> {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'debrief: letters of candidates, 1', KEY_BYTES))
  const letters: [id: string, letter: string][] = []
  for (let length = FIRST_LENGTH; letters.length < ids.length; length++) {
    const size = ALPHABET.length ** length
    const taken = new Set<number>()
    for (const id of ids.slice(letters.length, letters.length + size)) {
      const made = createHmac('sha256', key)
        .update(JSON.stringify([memberId, flowId, id]))
        .digest()
      let slot = made.readUInt32BE() % size
      while (taken.has(slot)) slot = (slot + 1) % size
      taken.add(slot)
      letters.push([id, written(slot, length)])
    }
  }
  const ordered = letters.toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return new Map(ordered.map(([id, letter], place) => [id, { letter, place }]))
}

function written(slot: number, length: number): string {
  return Array.from({ length }, (_, index) => {
    const digit = Math.floor(slot / ALPHABET.length ** (length - 1 - index)) % ALPHABET.length
    return ALPHABET.charAt(digit)
  }).join('')
}
