import 'server-only'
import { desc } from 'drizzle-orm'
import { db } from '../db/client'
import { unreadableItems } from '../db/schema/mirror'
import { failureMessage } from '../errors'
import type { FaultReason } from '../mirror/store/unreadable'
import { ITEM_LIMITS } from '../ribbon/limits'
import type { Connection } from './connection'
import { iso } from './values'

const MOST_SHOWN = 20
const count = (number: number) => number.toLocaleString('en-US')

const SENTENCES: Record<FaultReason, string> = {
  too_large: `It is larger than ${ITEM_LIMITS.bytes / 1024 / 1024} MB.`,
  too_deep: `It is nested more than ${ITEM_LIMITS.depth} levels deep.`,
  too_many_values: `It has more than ${count(ITEM_LIMITS.values)} values.`,
  too_many_segments: `Its transcript has more than ${count(ITEM_LIMITS.segments)} parts.`,
  too_many_words: `Its transcript has more than ${count(ITEM_LIMITS.words)} words.`,
  too_many_questions: `It has more than ${count(ITEM_LIMITS.questions)} questions.`,
  no_json: 'What Ribbon sends for it is not JSON.',
  wrong_shape: 'What Ribbon sends for it lacks what every one has.',
  ribbon_forbidden: failureMessage('ribbon_forbidden'),
  ribbon_rejected: failureMessage('ribbon_rejected'),
  too_slow: 'Ribbon takes too long to send it.',
  cut_off: 'Its reply breaks off each time, while Ribbon answers otherwise.',
  not_storable: 'The database cannot hold it.',
  list_endless: 'It has no end.',
}

/** What of Ribbon's could not be read, the latest first; it is tried again by itself. */
export async function findUnreadable(): Promise<Connection['unreadable']> {
  const rows = await db().select().from(unreadableItems).orderBy(desc(unreadableItems.lastSeenAt)).limit(MOST_SHOWN)
  const shown = rows.map(({ kind, place, reason, tries, firstSeenAt, nextTryAt }) => ({
    kind,
    place,
    reason: isReason(reason) ? SENTENCES[reason] : failureMessage('unexpected'),
    tries,
    firstSeenAt: iso(firstSeenAt),
    nextTryAt: iso(nextTryAt),
  }))
  return { shown, total: await db().$count(unreadableItems) }
}

function isReason(text: string): text is FaultReason {
  return Object.hasOwn(SENTENCES, text)
}
