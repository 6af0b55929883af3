import 'server-only'
import { sql } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { inScope } from '../auth/scope'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import type { Coverage } from './coverage'
import { isSearchable } from './indexed'

/** Null where a search looks through all that this reader sees. */
export async function findCoverage(reader: Reader): Promise<Coverage | null> {
  const [found] = await db()
    .select({
      searchable: sql<number>`(count(*) FILTER (WHERE ${isSearchable(interviews.id)}))::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(interviews)
    .where(inScope(reader))
  return found && found.searchable < found.of ? found : null
}
