import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { teams } from '../db/schema/interviews'
import type { Team } from './team'

/** The teams whose interviews the viewer may see, in the order of their names. */
export function listTeams(viewer: Viewer): Promise<Team[]> {
  return db()
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(viewer.teams === 'all' ? sql`true` : inArray(teams.id, [...viewer.teams]))
    .orderBy(teams.name, teams.id)
}
