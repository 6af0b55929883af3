import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

const KEY_BYTES = 32
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export type Letter = { letter: string; place: number }

/** For whom candidates have letters instead of names, and in which flow. */
export type LettersFor = { memberId: string; flowId: string }

/**
 * What each of these candidates is called instead, and where they stand; `ids` in the order in which they came. By a key that never
 * leaves the server, so that a letter tells nothing, and for one member only. Whoever comes later takes a letter that is
 * free, so that all others keep theirs: of the first 26 a single one, then two.
 */
export function lettersOf(ids: string[], { memberId, flowId }: LettersFor, authSecret: string): Map<string, Letter> {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'debrief: letters of candidates, 1', KEY_BYTES))
  const letters = new Map<string, Letter>()
  for (
    let [from, size, length] = [0, ALPHABET.length, 1];
    from < ids.length;
    from += size, size *= ALPHABET.length, length++
  ) {
    const taken = new Set<number>()
    for (const id of ids.slice(from, from + size)) {
      const made = createHmac('sha256', key)
        .update(JSON.stringify([memberId, flowId, id]))
        .digest()
      let slot = made.readUInt32BE() % size
      while (taken.has(slot)) slot = (slot + 1) % size
      taken.add(slot)
      letters.set(id, { letter: written(slot, length), place: from + slot })
    }
  }
  return letters
}

function written(slot: number, length: number): string {
  return Array.from({ length }, (_, index) => {
    const digit = Math.floor(slot / ALPHABET.length ** (length - 1 - index)) % ALPHABET.length
    return ALPHABET.charAt(digit)
  }).join('')
}
