import 'server-only'
import type { Transaction } from '../db/client'
import { interviewTexts } from '../db/schema/search'
import { deriveAnew, findOutdated } from '../interviews/derived'
import { RULES } from './document'
import { indexAnew } from './index-interview'
import { indexNotesAnew } from './index-note'
import { indexTitlesAnew } from './index-titles'
import { keyCandidates, keyTitles } from './keyless'

const INDEX = { table: interviewTexts, rules: RULES, derive: indexSome }

/** Indexes what was stored before the rules of today, or to be indexed later; `onSome` is called now and then and stops the work by throwing. */
export async function reindex(onSome: () => Promise<void>): Promise<void> {
  await keyTitles()
  await indexTitlesAnew(onSome)
  await indexNotesAnew(onSome)
  if ((await findOutdated(INDEX)).length > 0) await keyCandidates(onSome)
  await deriveAnew(INDEX, onSome)
}

async function indexSome(tx: Transaction, ids: string[]): Promise<void> {
  for (const id of ids) await indexAnew(tx, id)
}
