import { z } from 'zod'
import type { Scores } from '../assessment/scores'

/** Ribbon's documentation says integers out of 5. Any number from 0 to 5 is kept as it is; anything else is a missing score. */
const score = z
  .number()
  .min(0)
  .max(5)
  .transform((value) => Math.abs(value))
  .nullable()
  .catch(null)

const wire = z.object({
  communication: score,
  motivation: score,
  skills: score,
  language_vocabulary_and_expression: score,
  language_grammar_and_structure: score,
  language_fluency_and_pace: score,
  language_comprehension: score,
})

export const wireScores = wire.nullable().catch(null)

export function reshapeScores(scores: z.output<typeof wire>): Scores {
  return {
    communication: scores.communication,
    motivation: scores.motivation,
    skills: scores.skills,
    vocabulary: scores.language_vocabulary_and_expression,
    grammar: scores.language_grammar_and_structure,
    fluency: scores.language_fluency_and_pace,
    comprehension: scores.language_comprehension,
  }
}
