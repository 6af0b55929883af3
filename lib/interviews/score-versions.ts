import 'server-only'
import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { rowsAtMost } from '../db/fixed-limit'
import { jsonList } from '../db/json-list'
import { scoreVersions } from '../db/schema/interviews'
import type { ScoreVersion } from './interview'
import { seen } from './seen'

const MOST_VERSIONS = 20

const { interviewId, replacedAt, replacedBy, scores, generalScore, summary } = scoreVersions

/** What Ribbon said before of an interview of `interviewsOf`, as far as its reader may know, the newest first, no more than twenty. */
export const versionsOfSeen: SQL<ScoreVersion[]> = jsonList(
  { replacedAt, scores, generalScore, summary },
  {
    from: sql`FROM ${scoreVersions} WHERE ${and(eq(interviewId, seen.id), seen.showsAssessment)}
      ORDER BY ${desc(replacedBy)} LIMIT ${rowsAtMost(MOST_VERSIONS)}`,
    read: (one) => ({ ...one, replacedAt: new Date(one.replacedAt).toISOString() }),
  },
)
