import 'server-only'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { cache } from 'react'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { mirrorLists, mirrors } from '../db/schema/mirror'
import { env } from '../env'
import { freshnessOf, type Freshness } from './freshness'
import { MIRROR } from './lease'

/** The same for every member: it tells nothing about an interview. Asked once a request. */
export const findFreshness = cache(async (_viewer: Viewer): Promise<Freshness> => {
  const seen = sql<number>`(SELECT coalesce(sum(seen), 0)::int FROM ${mirrorLists})`
  const [recorded] = await db()
    .select({ ...getTableColumns(mirrors), seen })
    .from(mirrors)
    .where(eq(mirrors.id, MIRROR))
  return freshnessOf(recorded, { now: Date.now(), intervalSeconds: env().MIRROR_INTERVAL_SECONDS })
})
