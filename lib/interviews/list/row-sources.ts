import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { flows, teams } from '../../db/schema/interviews'
import { seen } from '../seen'
import { isSince, type Since } from './since'

type Source = { key: PgColumn; updatedIn: PgColumn; of: PgColumn }

/**
 * The tables that rows of a list are made of besides `interviews`, and that change without it: what changes in one is news of
 * each interview whose `of` is its `key`. Whatever else a list reads changes with `updated_at`.
 */
const ROW_SOURCES: Source[] = [
  { key: flows.id, updatedIn: flows.updatedIn, of: seen.flowId },
  { key: teams.id, updatedIn: teams.updatedIn, of: seen.teamId },
]

/** For each of them the keys of what has changed since, as a JSON array of arrays. */
export function changedSources(since: Since): SQL {
  const keys = ROW_SOURCES.map(
    ({ key, updatedIn }) => sql`ARRAY(SELECT ${key} FROM ${key.table} WHERE ${isSince(updatedIn, since)})`,
  )
  return sql`jsonb_build_array(${sql.join(keys, sql`, `)})`
}

/** That an interview's row is not as it was: by itself, or by what it is made of besides, of which these have changed. */
export function isRowSince(since: Since, changed: string[][]): SQL {
  const conditions = ROW_SOURCES.flatMap(({ of }, index) => {
    const keys = changed[index] ?? []
    return keys.length === 0 ? [] : [sql`${of} = ANY(${sql.param(keys)}::text[])`]
  })
  return sql`(${sql.join([isSince(seen.updatedIn, since), ...conditions], sql` OR `)})`
}
