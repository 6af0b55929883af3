import { isUnspaced, partsIn, wordsIn, type WordPart } from './fold'
import { foldLetters, LONGEST_WORD } from './letters'
import type { TextSpan } from './text-span'

/** Two words that were heard for one name: shorter ones are said for themselves, as “in a” is by nobody who is called Ina. */
const SHORTEST_HEARD_APART = { whole: 6, part: 3 }
/** What stands in names and is said without one all the time: it is part of a name beside another word of it only. */
export const PARTICLES = new Set(
  'af al av bin da das de del den der des di do dos du e el ibn la le ten ter van von y zu zum zur'.split(' '),
)

/** Korean is written with endings at its words, as 님 at 민수님; a family name of one syllable begins other words too. */
const HANGUL = /^\p{Script=Hangul}+$/u
const SHORTEST_KOREAN = 2

/** What begins like a name, letter by letter: a text leaves it where no name goes on as it does. */
type Beginning = { isName: boolean; next: Map<string, Beginning> }

type Names = { whole: Beginning; particles: Set<string> }

/**
 * Finds where a text says one of these names, or a word of it, whatever its case, accents and apostrophes, and whatever follows
 * one. What somebody is called instead, and what a name sounds like, is no word of it.
 */
export function nameFinder(names: string[]): (text: string) => TextSpan[] {
  const known = knownBy(names)
  return (text) => {
    const parts = partsIn(text)
    const said = new Set<number>()
    for (let [at, done] = [0, 0]; at < parts.length; at++) {
      const end = endOfName(parts, at, known)
      for (done = Math.max(done, at); done < end; done++) said.add(done)
    }
    // From the end on, since one may lead to the next: “de la Cruz”.
    for (let at = parts.length - 2; at >= 0; at--)
      if (said.has(at + 1) && known.particles.has(parts[at]?.word ?? '')) said.add(at)
    return spansOf(text, parts, said)
  }
}

function knownBy(names: string[]): Names {
  const pieces = names.map((name) =>
    name
      .split(/\s+/u)
      .map(piecesOf)
      .filter((words) => words.length > 0),
  )
  const [whole, particles]: [Beginning, Set<string>] = [beginning(), new Set()]
  for (const name of pieces) {
    const words = name.flatMap(tokensOf)
    const beside = words.filter(isBeside)
    // Who has no other word to their name is called by these.
    const alone = beside.length < words.length ? words.filter((word) => !beside.includes(word)) : words
    for (const { folded } of beside) particles.add(folded)
    for (const { folded } of alone) addName(whole, folded)
    for (const part of [...divided(name.flat()), ...givenOf(words)]) addName(whole, part)
    const together = name.flat().map(({ folded }) => folded)
    if (together.length > 1) for (const joined of joinedIn(together)) addName(whole, joined)
  }
  return { whole, particles }
}

function beginning(): Beginning {
  return { isName: false, next: new Map() }
}

function addName(whole: Beginning, name: string) {
  let begun = whole
  for (const letter of name) {
    const next = begun.next.get(letter) ?? beginning()
    begun.next.set(letter, next)
    begun = next
  }
  begun.isName = true
}

type Piece = { folded: string; written: string }

function piecesOf(text: string): Piece[] {
  return wordsIn(text).map(({ word, from, to }) => ({ folded: word, written: text.slice(from, to) }))
}

/** Of what is written without spaces, all of it, and the two signs that a family or a given name mostly has. */
function tokensOf(words: Piece[]): Piece[] {
  if (!words.some(({ folded }) => isUnspaced(folded))) return words
  const signs = words.map(({ folded }) => folded)
  const parts = signs.length > 2 ? [signs.slice(0, 2), signs.slice(-2)].map((run) => run.join('')) : []
  return [...joinedIn(signs), ...parts].map((run) => ({ folded: run, written: run }))
}

/** Words as one, as a text folds it: a long one is its beginning, and of signs that are words all stretches of so many. */
function joinedIn(words: string[]): string[] {
  const whole = words.join('')
  if (!words.some((word) => isUnspaced(word))) return [whole, foldLetters(whole)]
  const starts = Array.from({ length: Math.ceil(words.length / LONGEST_WORD) }, (_, index) => index * LONGEST_WORD)
  const last = Math.max(0, words.length - LONGEST_WORD)
  return starts.map((start) => words.slice(Math.min(start, last), start + LONGEST_WORD).join(''))
}

/** What an apostrophe parts of a name, as Connor of O’Connor. */
function divided(words: Piece[]): string[] {
  const parts = words.map(({ written }) => partsIn(written)).filter(({ length }) => length > 1)
  return parts
    .flat()
    .flatMap(({ word }) => (word.length >= SHORTEST_HEARD_APART.part && !isUnspaced(word) ? [word] : []))
}

/** Of a Korean name in one word, what stands behind the family's. */
function givenOf(words: Piece[]): string[] {
  const [word] = words
  if (words.length !== 1 || !word || !HANGUL.test(word.folded)) return []
  const syllables = Array.from(word.folded)
  return syllables.length > SHORTEST_KOREAN ? [syllables.slice(1).join('')] : []
}

/** Whether a word of a name is found beside another one only: an initial, or a particle that no name begins with. */
function isBeside({ folded, written }: Piece, place: number): boolean {
  const isInitial = folded.length === 1 && written.toLowerCase() !== written.toUpperCase()
  return isInitial || (place > 0 && PARTICLES.has(folded))
}

/** Behind the last of the parts from this one on that are a name; the same place where none begins. */
function endOfName(parts: WordPart[], at: number, { whole }: Names): number {
  let [begun, end]: [Beginning | undefined, number] = [whole, at]
  for (let next = at; next < parts.length; next++) {
    const part = parts[next]
    if (!part || (next > at && !goesOn(parts, at, next))) break
    if (next === at && beginsKorean(begun, part.word)) end = next + 1
    begun = goneOn(begun, part.word)
    if (!begun) break
    if (begun.isName && (next === at || part.continues || isUnspaced(part.word) || wasHeardApart(parts, at, next)))
      end = next + 1
  }
  return end
}

/** Whether a Korean word begins with a name. */
function beginsKorean(whole: Beginning, word: string): boolean {
  if (!HANGUL.test(word)) return false
  let begun: Beginning | undefined = whole
  return Array.from(word).some((letter, place) => {
    begun = begun?.next.get(letter)
    return begun?.isName === true && place + 1 >= SHORTEST_KOREAN
  })
}

function goneOn(begun: Beginning, word: string): Beginning | undefined {
  let reached: Beginning | undefined = begun
  for (const letter of word) reached = reached?.next.get(letter)
  return reached
}

/** Whether the part may belong to one name with those before it: a name is heard apart in two words at most. */
function goesOn(parts: WordPart[], at: number, next: number): boolean {
  const part = parts[next]
  return part !== undefined && (part.continues || isUnspaced(part.word) || next === at + 1)
}

function wasHeardApart(parts: WordPart[], at: number, next: number): boolean {
  const words = parts.slice(at, next + 1).map(({ word }) => word)
  const { whole, part } = SHORTEST_HEARD_APART
  return words.length === 2 && words.join('').length >= whole && words.every((word) => word.length >= part)
}

/** Neighbours that no space parts, as the signs of an unspaced script and what an apostrophe parts, are one. */
function spansOf(text: string, parts: WordPart[], said: Set<number>): TextSpan[] {
  const spans: TextSpan[] = []
  for (const at of [...said].toSorted((a, b) => a - b)) {
    const part = parts[at]
    const last = spans.at(-1)
    if (!part) continue
    if (last && (last.to === part.from || (part.continues && said.has(at - 1)))) last.to = part.to
    else spans.push({ from: part.from, to: part.to })
  }
  return spans
}
