import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { teamInScope } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import { codePointOrder } from '../db/code-point-order'
import { jsonList } from '../db/json-list'
import { teams } from '../db/schema/interviews'
import type { Team } from './team'

/** The teams whose interviews the reader may see, in the order of their names, as one value of a row. */
export function teamsOf(reader: Reader): SQL<Team[]> {
  const { id, name, nameKey } = teams
  return jsonList(
    { id, name },
    {
      from: sql`FROM ${teams} WHERE ${teamInScope(reader)} ORDER BY ${codePointOrder(nameKey)}, ${id}`,
      read: (team) => team,
    },
  )
}
