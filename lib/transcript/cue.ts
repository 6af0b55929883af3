import type { Answer } from './answers'

/** What `?question=` of a candidate page means: its number from 1, and the key by which it was the same one elsewhere. */
export type QuestionLink = { number: number; key: string | null }

/** Where a recording begins because of it, in seconds, and whether at the same question, at the one in its place, or at the start. */
export type Cue = { number: number; start: number; at: 'question' | 'place' | 'start' }

const QUESTION = /^([1-9]\d{0,2})(?:-([\w-]{22}))?$/

/** Null for what cannot be read. */
export function parseQuestionLink(text: string | null): QuestionLink | null {
  const [, number, key] = QUESTION.exec(text ?? '') ?? []
  return number === undefined ? null : { number: Number(number), key: key ?? null }
}

export function formatQuestionLink({ number, key }: QuestionLink): string {
  return key === null ? String(number) : `${number}-${key}`
}

/** The same question by its key, of several the one that stands nearest; else the one in the same place; else the start. */
export function cueOf({ number, key }: QuestionLink, answers: Answer[]): Cue {
  const places = answers.flatMap((answer, index) => (answer.key === key ? [index + 1] : []))
  const [nearest] = places.toSorted((a, b) => Math.abs(a - number) - Math.abs(b - number))
  const place = nearest ?? number
  const start = answers[place - 1]?.spans[0]?.start
  if (start === undefined) return { number: place, start: 0, at: 'start' }
  return { number: place, start, at: nearest === undefined && key !== null ? 'place' : 'question' }
}
