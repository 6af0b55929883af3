import { typedWords } from '@/lib/text/typed-words'

/** Worse than any match. */
const NO_MATCH = Infinity

/** The choices whose label, or what they are `also` called, has every typed word, in their order of likeness; all of them where nothing is typed. */
export function bestMatches<Choice extends Named>(choices: Choice[], typed: string, most: number): Choice[] {
  const matching = choices.filter((choice) => distanceTo(soughtBy(choice), typed) < NO_MATCH)
  return nearestFirst(matching, soughtBy, typed).slice(0, most)
}

type Named = { label: string; also?: string | undefined }

/** All that a choice is found by. */
export function soughtBy({ label, also = '' }: Named): string {
  return `${label} ${also}`
}

/** All of them in their order of likeness to what is typed; of equal ones each stays where it was. */
export function nearestFirst<Choice>(choices: Choice[], labelOf: (choice: Choice) => string, typed: string): Choice[] {
  const measured = choices.map((choice) => ({ choice, distance: distanceTo(labelOf(choice), typed) }))
  return measured.toSorted((a, b) => compare(a.distance, b.distance)).map(({ choice }) => choice)
}

/** How far a label is from what is typed: 0 where it begins with it, Infinity where it lacks a word of it. */
export function distanceTo(label: string, typed: string): number {
  return distanceOf(typedWords(label), typedWords(typed))
}

/** Infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/** 0 where the label begins with what is typed; a word that begins so is nearer than one that holds it, or its letters. */
function distanceOf(label: string[], words: string[]): number {
  return words.reduce((sum, word, place) => {
    const distances = label.map((candidate, at) => distanceOfWord(candidate, word) + (at === place ? 0 : 0.25))
    return sum + Math.min(NO_MATCH, ...distances)
  }, 0)
}

function distanceOfWord(candidate: string, word: string): number {
  if (candidate.startsWith(word)) return 0
  if (candidate.includes(word)) return 1
  return word.length > 2 && hasLettersOf(candidate, word) ? 2 : NO_MATCH
}

/** Whether the letters come in this order, with others between them. */
function hasLettersOf(candidate: string, word: string): boolean {
  let from = 0
  for (const letter of word) {
    const at = candidate.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}
