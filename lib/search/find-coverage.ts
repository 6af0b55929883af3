import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { inScope } from '../auth/scope'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { interviewTexts, isToCome } from '../db/schema/search'
import type { Coverage } from './coverage'

/** Null where a search looks through all that this reader sees. */
export async function findCoverage(reader: Reader): Promise<Coverage | null> {
  const [found] = await db()
    .select({
      searchable: sql<number>`(count(*) - count(${interviewTexts.interviewId}))::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(interviews)
    .leftJoin(interviewTexts, and(eq(interviewTexts.interviewId, interviews.id), isToCome))
    .where(inScope(reader))
  return found && found.searchable < found.of ? found : null
}
