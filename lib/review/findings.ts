import 'server-only'
import type { Correction } from '../corrections/correction'
import { fittingCorrections } from '../transcript/as-read'
import { log } from '../log'
import { answersOf, type Answer } from '../transcript/answers'
import { evidenceOf, type Evidence } from '../assessment/evidence'
import type { Interview } from '../interviews/interview'

/** What is found in an interview; null is what cannot be read in it. */
export type Findings = { answers: Answer[] | null; evidence: Evidence | null; corrections: Correction[] }

/** No part of it that fails costs another one: the log says which and why. */
export function findingsOf(interview: Interview, stored: Correction[]): Findings {
  const attempt = <T>(part: string, make: () => T): T | null => {
    try {
      return make()
    } catch (cause) {
      log.error({ interviewId: interview.id, part, cause }, 'a part of a review cannot be shown')
      return null
    }
  }
  const answers = attempt('questions', () => answersOf(interview))
  return {
    answers,
    evidence: answers && attempt('evidence', () => evidenceOf(interview, answers)),
    corrections: attempt('corrections', () => fittingCorrections(interview.segments, stored)) ?? [],
  }
}
