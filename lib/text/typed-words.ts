import { foldLetters } from './letters'

/** Whether a label has every typed word, or a word with it, whichever the case, the accents and the apostrophes. */
export function hasTypedWords(label: string, typed: string): boolean {
  const words = typedWords(label)
  return typedWords(typed).every((wanted) => words.some((word) => word.includes(wanted)))
}

export function typedWords(text: string): string[] {
  return text
    .split(/[\s/·,]+/u)
    .map((word) => foldLetters(word))
    .filter(Boolean)
}
