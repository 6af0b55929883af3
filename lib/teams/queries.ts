import 'server-only'
import { teamInScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { teams } from '../db/schema/interviews'
import type { Team } from './team'

/** The teams whose interviews the reader may see, in the order of their names. */
export function listTeams(reader: Reader): Promise<Team[]> {
  return db()
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(teamInScope(reader))
    .orderBy(codePointOrder(teams.nameKey), teams.id)
}
