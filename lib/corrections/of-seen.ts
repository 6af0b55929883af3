import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { jsonList } from '../db/json-list'
import { members } from '../db/schema/members'
import { corrections } from '../db/schema/notes'
import { AUTHOR, mayKnow, seen } from '../interviews/seen'
import type { Author } from '../members/member'
import type { Correction } from './correction'

const { id, authorId, segment, from, to, original, replacement, createdAt, withdrawnAt } = corrections
const author = sql<Author | null>`CASE WHEN ${mayKnow(authorId)} THEN ${AUTHOR} END`

/** Those that stand of an interview of `interviewsOf`, in the order of the transcript. */
export const correctionsOfSeen: SQL<Correction[]> = jsonList(
  { id, segment, from, to, original, replacement, createdAt, author },
  {
    from: sql`FROM ${corrections} JOIN ${members} ON ${eq(members.id, authorId)}
      WHERE ${and(eq(corrections.interviewId, seen.id), isNull(withdrawnAt))} ORDER BY ${segment}, ${from}`,
    read: (one) => ({ ...one, createdAt: new Date(one.createdAt).toISOString() }),
  },
)
