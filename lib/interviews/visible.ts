import 'server-only'
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { interviews } from '../db/schema/interviews'

/** The condition on `interviews` that every read carries; an interview without a team is seen only by who sees all teams. */
export function visibleTo(viewer: Viewer): SQL {
  return viewer.teams === 'all' ? sql`true` : inArray(interviews.teamId, [...viewer.teams])
}
