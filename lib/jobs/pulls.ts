import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { jobs } from '../db/schema/jobs'
import { mirrorLists, unreadableItems } from '../db/schema/mirror'
import { interviewTexts, isToCome } from '../db/schema/search'
import { isRecurring } from './recurring'

export const PULL_KIND = 'mirror.pull'

const { runAt, claimedUntil, endedAt, lastSuccessAt, lastFailureCode } = jobs

/**
 * How the last pulls from Ribbon went and when the next is due, as their job tells it, how much of Ribbon's could not be read, and
 * whether anything of it is still to be indexed, as one value of a row; null until a first replica has begun.
 */
export const PULLS = sql`(SELECT jsonb_build_object(
    'runAt', ${runAt}, 'claimedUntil', ${claimedUntil}, 'endedAt', ${endedAt}, 'lastSuccessAt', ${lastSuccessAt},
    'lastFailureCode', ${lastFailureCode}, 'seen', (SELECT coalesce(sum(${mirrorLists.seen}), 0) FROM ${mirrorLists}),
    'unreadable', (SELECT count(*) FROM ${unreadableItems}),
    'isAnyToCome', EXISTS (SELECT FROM ${interviewTexts} WHERE ${isToCome}))
  FROM ${jobs} WHERE ${isRecurring(PULL_KIND)})`

/** As a query returns it; times as PostgreSQL's JSON has them. */
export const pulls = z
  .object({
    runAt: z.string(),
    claimedUntil: z.string().nullable(),
    endedAt: z.string().nullable(),
    lastSuccessAt: z.string().nullable(),
    lastFailureCode: z.string().nullable(),
    seen: z.number(),
    unreadable: z.number(),
    isAnyToCome: z.boolean(),
  })
  .nullable()

export type Pulls = z.infer<typeof pulls>
