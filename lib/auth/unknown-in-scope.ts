import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Executor } from '../db/client'
import { SCOPE_KINDS, type NamedScope } from './member-scope'

/** A team or a flow that Ribbon does not list any more is known by what belongs to it. */
const IS_KNOWN = {
  teams: sql`EXISTS (SELECT FROM teams WHERE teams.id = named.id) OR EXISTS (SELECT FROM flows WHERE flows.team_id = named.id)
    OR EXISTS (SELECT FROM interviews WHERE interviews.team_id = named.id)`,
  flows: sql`EXISTS (SELECT FROM flows WHERE flows.id = named.id) OR EXISTS (SELECT FROM interviews WHERE interviews.flow_id = named.id)`,
  interviews: sql`EXISTS (SELECT FROM interviews WHERE interviews.id = named.id)`,
}

/** Those of the ids that a scope names which nothing has. For whoever gives scopes, and so sees everything. */
export async function unknownIn(on: Executor, scope: NamedScope): Promise<NamedScope> {
  const found = SCOPE_KINDS.map(
    (kind) => sql`ARRAY(SELECT named.id FROM unnest(${sql.param([...scope[kind]])}::text[]) AS named (id)
      WHERE NOT (${IS_KNOWN[kind]})) AS ${sql.identifier(kind)}`,
  )
  const { rows } = await on.execute(sql`SELECT ${sql.join(found, sql`, `)}`)
  const ids = z.array(z.string())
  return z.object({ teams: ids, flows: ids, interviews: ids }).parse(rows[0])
}
