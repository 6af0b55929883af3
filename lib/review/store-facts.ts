import 'server-only'
import type { Transaction } from '../db/client'
import { interviewFacts, questionAnswers } from '../db/schema/facts'
import { log } from '../log'
import type { Talk } from '../transcript/transcript'
import { FACT_RULES, factsOf, type InterviewFacts } from './facts'

/** PostgreSQL takes 65,535 values in a statement; a row has nine. */
const ROWS_AT_ONCE = 1_000
const NO_FIGURES = { words: null, share: null, pause: null }

type Spoken = Pick<Talk, 'questions' | 'segments'> & { id: string }

/** Of interviews that have none, and whose rows are locked. One whose facts cannot be made is stored without, and is not tried again by the same rules. */
export async function storeFacts(tx: Transaction, page: Spoken[]): Promise<void> {
  if (page.length === 0) return
  const made = page.map((spoken) => ({ interviewId: spoken.id, facts: tryFacts(spoken) }))
  await tx
    .insert(interviewFacts)
    .values(
      made.map(({ interviewId, facts }) => ({ interviewId, rules: FACT_RULES, ...(facts?.figures ?? NO_FIGURES) })),
    )
  const rows = made.flatMap(({ interviewId, facts }) =>
    (facts?.asked ?? []).map(({ key, ...asked }, position) => ({ interviewId, questionKey: key, position, ...asked })),
  )
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.insert(questionAnswers).values(rows.slice(from, from + ROWS_AT_ONCE))
}

function tryFacts(spoken: Spoken): InterviewFacts | null {
  try {
    return factsOf(spoken)
  } catch (cause) {
    log.error({ interviewId: spoken.id, cause }, 'the facts of an interview could not be made')
    return null
  }
}
