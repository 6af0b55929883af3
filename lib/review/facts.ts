import { speechFiguresOf, type SpeechFigures } from '../assessment/evidence'
import { askedQuestionsOf, type AskedQuestion } from '../transcript/asked-questions'
import { countsOnce } from '../transcript/said-words'
import type { Talk } from '../transcript/transcript'

/** Raised whenever the same transcript would give other facts: those of older rules are made again by `fillFacts`. */
export const FACT_RULES = 3

/** What follows from a transcript alone, whatever its flow asks today and whatever members correct. */
export type InterviewFacts = { asked: AskedQuestion[]; figures: SpeechFigures }

export function factsOf({ questions, segments }: Pick<Talk, 'questions' | 'segments'>): InterviewFacts {
  const countSaid = countsOnce()
  return {
    asked: askedQuestionsOf({ questions, segments }, countSaid),
    figures: speechFiguresOf(segments, countSaid),
  }
}
