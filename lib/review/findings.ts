import 'server-only'
import type { Correction } from '../corrections/correction'
import { fittingCorrections } from '../transcript/as-read'
import { log } from '../log'
import type { Answer } from '../transcript/answers'
import { answersByScript } from '../transcript/answers-by-script'
import { askedQuestionsOf } from '../transcript/asked-questions'
import { evidenceOf, speechFiguresOf, type Evidence } from '../assessment/evidence'
import type { Review } from './queries'

/** What is found in an interview; null is what cannot be read in it. */
export type Findings = { answers: Answer[] | null; evidence: Evidence | null; corrections: Correction[] }

type Readable = Pick<Review, 'interview' | 'facts' | 'corrections'>

/**
 * From the facts that are stored, and from the transcript where there are none yet. No part of it that fails costs another one:
 * the log says which and why.
 */
export function findingsOf({ interview, facts, corrections }: Readable): Findings {
  const attempt = <T>(part: string, make: () => T): T | null => {
    try {
      return make()
    } catch (cause) {
      log.error({ interviewId: interview.id, part, cause }, 'a part of a review cannot be shown')
      return null
    }
  }
  const answers = attempt('questions', () => answersByScript(interview, facts?.asked ?? askedQuestionsOf(interview)))
  const evidence = (given: Answer[]) =>
    evidenceOf(interview, facts?.figures ?? speechFiguresOf(interview.segments), given)
  return {
    answers,
    evidence: answers && attempt('evidence', () => evidence(answers)),
    corrections: attempt('corrections', () => fittingCorrections(interview.segments, corrections)) ?? [],
  }
}
