import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { recordings } from '../db/schema/interviews'
import { env } from '../env'
import { interviewsOf, seen } from '../interviews/seen'
import { isAllowedUrl } from '../recordings/address'
import type { Recordings } from './connection'

/** What of an address says whose server it is. */
const ORIGIN = sql<string | null>`substring(${recordings.url} FROM '^[^:]*:[/]*[^/?#]*')`

/** Of how many interviews there is something to play; no recording's server is asked. */
export async function findRecordings(viewer: Viewer): Promise<Recordings> {
  const [counted] = await db()
    .select({
      some: sql<number>`count(*) FILTER (WHERE ${seen.plays})::int`,
      none: sql<number>`count(*) FILTER (WHERE ${seen.state} = 'ready' AND NOT ${seen.plays})::int`,
    })
    .from(interviewsOf(viewer))
  const { some, none } = counted ?? { some: 0, none: 0 }
  const refused = Math.min(some, await countRefused(viewer))
  return { play: some - refused, none, refused }
}

/** By their servers, of which there are few. */
async function countRefused(viewer: Viewer): Promise<number> {
  const servers = await db()
    .select({ origin: ORIGIN, interviews: sql<number>`count(DISTINCT ${recordings.interviewId})::int` })
    .from(recordings)
    .innerJoin(interviewsOf(viewer), eq(seen.id, recordings.interviewId))
    .groupBy(ORIGIN)
  const hosts = env().RECORDING_HOSTS
  const refused = servers.filter(({ origin }) => !isAllowedUrl(origin ?? '', hosts))
  return refused.reduce((sum, { interviews }) => sum + interviews, 0)
}
