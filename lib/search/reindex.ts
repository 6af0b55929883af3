import 'server-only'
import { interviewTexts } from '../db/schema/search'
import { deriveAnew, findOutdated } from '../interviews/derived'
import { RULES } from './document'
import { indexAnew } from './index-interview'
import { indexNotesAnew } from './index-note'
import { keyCandidates, keyTitles } from './keyless'

const INDEX = { table: interviewTexts, rules: RULES, derive: indexAnew }

/** Indexes what was stored before the rules of today; `onSome` is called now and then and stops the work by throwing. */
export async function reindex(onSome: () => Promise<void>): Promise<void> {
  await keyTitles()
  await indexNotesAnew(onSome)
  if ((await findOutdated(INDEX)).length > 0) await keyCandidates(onSome)
  await deriveAnew(INDEX, onSome)
}
