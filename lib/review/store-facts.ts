import 'server-only'
import type { Transaction } from '../db/client'
import { inParts } from '../db/in-parts'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { settleProgress } from '../listening/settle-progress'
import { log } from '../log'
import { cutOffQuestion } from '../transcript/cut-off'
import { candidateSpeech } from '../transcript/listening'
import { speechSpans, type TimeSpan } from '../transcript/speech'
import type { Talk } from '../transcript/transcript'
import { eachWord, type CompactWords } from '../transcript/words'
import { FACT_RULES, factsOf, type InterviewFacts } from './facts'

const NO_FIGURES = { words: null, share: null, pause: null }

/** `isNew` is that of what has not been here yet, so that nobody has heard any of it. */
type Spoken = Pick<Talk, 'questions' | 'segments'> & { id: string; words: CompactWords; isNew?: boolean }

/** Of interviews that have none, and whose rows are locked. One whose facts cannot be made is stored without, and is not tried again by the same rules. */
export async function storeFacts(tx: Transaction, page: Spoken[]): Promise<void> {
  if (page.length === 0) return
  const made = page.map((spoken) => ({ interviewId: spoken.id, isNew: spoken.isNew, ...tryFacts(spoken) }))
  await tx.insert(interviewFacts).values(
    made.map(({ interviewId, facts, speech, cutOff }) => {
      return { interviewId, rules: FACT_RULES, ...(facts?.figures ?? NO_FIGURES), speech, cutOff }
    }),
  )
  const rows = made.flatMap(({ interviewId, facts }) =>
    (facts?.asked ?? []).map(({ key, ...asked }, position) => ({ interviewId, questionKey: key, position, ...asked })),
  )
  for (const part of inParts(rows)) await tx.insert(questionAnswers).values(part)
  const known = made.filter(({ isNew }) => !isNew)
  await settleProgress(tx, new Map(known.map(({ interviewId, speech }) => [interviewId, speech ?? []])))
}

type Made =
  { facts: InterviewFacts; speech: TimeSpan[]; cutOff: string | null } | { facts: null; speech: null; cutOff: null }

function tryFacts(spoken: Spoken): Made {
  try {
    return { facts: factsOf(spoken), speech: speechOf(spoken), cutOff: cutOffQuestion(spoken) }
  } catch (cause) {
    log.error({ interviewId: spoken.id, cause }, 'the facts of an interview could not be made')
    return { facts: null, speech: null, cutOff: null }
  }
}

function speechOf({ segments, words }: Spoken): TimeSpan[] {
  return speechSpans(candidateSpeech(segments, (index) => eachWord(words[index])))
}
