import { foldLetters } from '@/lib/text/letters'

/** Worse than any match. */
const NO_MATCH = Infinity

/** The choices whose label has every typed word, in their order of likeness; all of them where nothing is typed. */
export function bestMatches<Choice extends { label: string }>(
  choices: Choice[],
  typed: string,
  most: number,
): Choice[] {
  const words = wordsOf(typed)
  return choices
    .map((choice, index) => ({ choice, index, distance: distanceOf(wordsOf(choice.label), words) }))
    .filter(({ distance }) => distance < NO_MATCH)
    .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, most)
    .map(({ choice }) => choice)
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

function wordsOf(text: string): string[] {
  return text
    .split(/[\s/·,]+/u)
    .map((word) => foldLetters(word))
    .filter(Boolean)
}
