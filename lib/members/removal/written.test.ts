// Must hold 52: whatever place for words comes, a removal looks through it, or it is said here why not.
import { readdirSync } from 'node:fs'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgJsonb, PgTable, PgText } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { WRITTEN } from './written'

const SCHEMA = 'lib/db/schema'

/** Tables whole, and columns of the others, in which no member writes of another. */
const NOT_WRITTEN = new Set([
  // What Ribbon says, and what follows from that alone.
  ...['teams', 'flows', 'interviews', 'transcripts', 'score_versions', 'recordings', 'interview_facts'],
  ...['question_answers', 'interview_texts', 'flow_texts', 'candidate_statuses', 'unreadable_items'],
  ...['flow_webhooks', 'webhook_deliveries'],
  // What a candidate said, as somebody heard it, and a quote of it.
  ...['corrections.original', 'corrections.replacement', 'notes.quote'],
  // What a removal takes care of by itself: notes and what finds them, what somebody is and was called, and what is theirs alone.
  ...['notes.body', 'note_texts', 'members', 'former_names', 'forgotten_names', 'invitations', 'sessions'],
  ...['credentials', 'former_scopes', 'listening_progress', 'member_teams', 'member_flows'],
  // Ids, pseudonyms and words of a list.
  ...['audit_events', 'audit_origins', 'audit_reads', 'attempt_links', 'jobs', 'flow_settings'],
  ...['spent_challenges', 'provider_logouts', 'sign_in_attempts', 'ratings', 'name_reveals'],
  ...['anchors.flow_id', 'anchors.question_key', 'decline_reasons.flow_id'],
])

async function listTables(): Promise<PgTable[]> {
  const files = readdirSync(SCHEMA).map((file) => file.replace(/\.ts$/, ''))
  const modules = await Promise.all(files.map((file) => import(`../../db/schema/${file}.ts`) as Promise<object>))
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((value): value is PgTable => is(value, PgTable))
}

const isId = (name: string) => name === 'id' || name === 'interview_id'

test('every place of the schema for words is looked through, but these', async () => {
  const tables = await listTables()
  expect(tables.length).toBeGreaterThan(50)
  const places = tables.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => (is(column, PgText) && !column.enumValues?.length) || is(column, PgJsonb))
      .filter(({ name }) => !isId(name))
      .map(({ name }) => ({ table: getTableName(table), place: `${getTableName(table)}.${name}` })),
  )
  const others = places.filter(({ table, place }) => !NOT_WRITTEN.has(table) && !NOT_WRITTEN.has(place))
  const met = new Set(places.flatMap(({ table, place }) => [table, place]))
  expect([...NOT_WRITTEN].filter((known) => !met.has(known))).toEqual([])
  expect(others.map(({ place }) => place).toSorted()).toEqual(
    WRITTEN.map(({ table, name }) => `${getTableName(table)}.${name}`).toSorted(),
  )
})
