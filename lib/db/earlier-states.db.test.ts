import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startSession } from '../auth/session'
import { findViewerBySession } from '../auth/viewer'
import { listCorrections } from '../corrections/queries'
import { findInterview } from '../interviews/queries'
import { PULL_KIND } from '../jobs/pulls'
import { isRecurring } from '../jobs/recurring'
import { freshnessOf } from '../mirror/freshness'
import { findPulls } from '../mirror/pulls'
import { listNotes } from '../notes/queries'
import { closePool, db } from './client'
import { migrate } from './migrate'
import { jobs } from './schema/jobs'
import { openTestDatabase, type TestDatabase } from './testing/database'
import { asId } from './testing/interview'

const MIGRATIONS = 'lib/db/migrations'
/** What people had stored when a migration was the last one, for those migrations that brought a place for it. */
const ROWS = 'lib/db/testing/rows'
const INTERVIEW = 'interview before'
const ADA = '00000000-0000-4000-8000-000000000001'
const SESSION = '00000000-0000-4000-8000-0000000000aa'

/** Columns that a later migration rewrites on purpose, as table.column. */
const REWRITTEN = new Set(['hearings.spans', 'listening_progress.spans'])
/** Tables by their former name. */
const RENAMED: Record<string, string> = { hearings: 'listening_progress' }

type Journal = { entries: { tag: string }[] }
type Row = Record<string, unknown>

const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal
const tags = journal.entries.map(({ tag }) => tag)
let database: TestDatabase | undefined

afterEach(async () => {
  await closePool()
  await database?.close()
  database = undefined
})

const folders = new Map<number, string>()

/** A folder with the first so many migrations. */
function first(count: number): string {
  const made = folders.get(count)
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const entries = journal.entries.slice(0, count)
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  folders.set(count, folder)
  return folder
}

/** A database as it was when the `count`th migration was the last one, with rows of every migration so far. */
async function givenState(count: number): Promise<Client> {
  await closePool()
  database = await openTestDatabase()
  process.env.DATABASE_URL = database.url
  const client = new Client({ connectionString: database.url })
  await client.connect()
  for (let applied = 1; applied <= count; applied++) {
    const rows = join(ROWS, `${tags[applied - 1]}.sql`)
    if (!existsSync(rows)) continue
    await migrate(first(applied))
    await client.query(readFileSync(rows, 'utf8'))
  }
  await migrate(first(count))
  return client
}

async function contents(client: Client): Promise<Map<string, Row[]>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const found = new Map<string, Row[]>()
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`,
    )
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

/** Every row that was there, in those of its columns that there still are. */
function expectKept(before: Map<string, Row[]>, after: Map<string, Row[]>) {
  for (const [table, rows] of before) {
    const kept = after.get(table) ?? after.get(RENAMED[table] ?? table)
    if (!kept) continue
    const columns = new Set(Object.keys(kept[0] ?? {}).filter((column) => !REWRITTEN.has(`${table}.${column}`)))
    const visible = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column))))
    expect(kept, table).toEqual(expect.arrayContaining(visible.map((row) => expect.objectContaining(row))))
  }
}

test.each(tags.map((tag, index) => [tag, index + 1] as const))(
  'a database of the time of %s is started by the newest version, and has all that it had',
  { timeout: 180_000 },
  async (_, count) => {
    const client = await givenState(count)
    const before = await contents(client)
    await migrate()
    expectKept(before, await contents(client))
    await client.end()

    const viewer = await findViewerBySession(SESSION)
    if (!viewer) throw new Error('the session has ended')
    await expect(startSession(ADA, { kind: 'password', hash: 'hash of ada' })).resolves.toBeTypeOf('string')
    await expect(startSession(ADA, { kind: 'password', hash: 'hash of ben' })).resolves.toBeNull()
    await expect(findInterview(viewer, asId(INTERVIEW))).resolves.toMatchObject({ candidate: { name: 'Grace Hopper' } })
    if (count < tags.indexOf('0002_notes') + 1) return
    expect(JSON.stringify(await listNotes(viewer, asId(INTERVIEW)))).toContain('A note of before.')
    expect(JSON.stringify(await listCorrections(viewer, asId(INTERVIEW)))).toContain('day')
  },
)

test('what was stored as heard while reading counted as hearing is read, not heard, and no news to lists', async () => {
  const client = await givenState(tags.indexOf('0022_news-of-flows-and-teams') + 1)
  await migrate()
  const { rows } = await client.query('SELECT spans, read, progress, updated_in FROM listening_progress')
  expect(rows).toEqual([{ spans: [], read: [[0, 30]], progress: 'begun', updated_in: '0' }])
  const notes = await client.query('SELECT DISTINCT updated_in FROM notes')
  expect(notes.rows).toEqual([{ updated_in: '0' }])
  await client.end()
})

test('what was announced before there were jobs is told by its job, worked off or waiting', async () => {
  const client = await givenState(tags.indexOf('0016_durable-jobs') + 1)
  await client.query('DELETE FROM webhook_deliveries')
  await client.query(`INSERT INTO webhook_deliveries (digest, interview_id, outcome, tries, last_failure_code) VALUES
    ('1', 'a', 'fetched', 2, NULL), ('2', 'a', 'given_up', 8, 'ribbon_rejected'), ('3', 'a', NULL, 1, 'ribbon_rejected'),
    ('4', 'a', NULL, 0, NULL), ('5', 'b', NULL, 0, NULL), ('6', NULL, 'recorded', 0, NULL)`)
  await migrate()
  const { rows } = await client.query<Row>(`SELECT digest, announced.outcome AS own, kind, key, attempts, jobs.outcome
    FROM webhook_deliveries AS announced LEFT JOIN jobs ON jobs.id = job_id ORDER BY digest`)
  const job = { own: null, kind: 'webhooks.fetch_announced', key: 'a' }
  expect(rows).toMatchObject([
    { digest: '1', ...job, attempts: 2, outcome: 'done' },
    { digest: '2', ...job, attempts: 8, outcome: 'failed' },
    { digest: '3', ...job, outcome: null },
    { digest: '4', ...job, outcome: null },
    { digest: '5', ...job, key: 'b', outcome: null },
    { digest: '6', own: 'recorded', kind: null },
  ])
  await client.end()
})

test.each([
  {
    when: 'it was current',
    stored: `last_success_at = now() - interval '1 minute', next_pull_at = now()`,
    stale: false,
    failed: false,
  },
  {
    ...{ when: 'Ribbon failed', stale: true, failed: true },
    stored: `last_success_at = now() - interval '1 hour', last_failure_at = now() - interval '1 minute',
      last_failure_code = 'ribbon_unreachable', failures = 3, next_pull_at = now() + interval '5 minutes'`,
  },
])('how old the mirror is, is told by its job from the first start on, and as before: $when', async (was) => {
  const client = await givenState(tags.indexOf('0020_facts') + 1)
  await client.query(`UPDATE mirrors SET ${was.stored}`)
  const before = (await client.query<Row>('SELECT * FROM mirrors')).rows[0]
  await migrate()
  await client.end()
  const [job] = await db().select().from(jobs).where(isRecurring(PULL_KIND))
  expect(job).toMatchObject({ attempts: before?.failures, lastFailureCode: before?.last_failure_code })
  const freshness = freshnessOf(
    await findPulls(),
    { now: Date.now(), intervalSeconds: 60 },
    { mayKnow: true, unreadable: 0, coverage: null },
  )
  expect(freshness.asOf && new Date(freshness.asOf)).toEqual(before?.last_success_at)
  expect(freshness.failure && new Date(freshness.failure.at)).toEqual(before?.last_failure_at)
  expect([freshness.stale, freshness.failure !== null]).toEqual([was.stale, was.failed])
})

test('what was shown before reveals said what shows both, versions are as old as their votes, and a move is remembered', async () => {
  const client = await givenState(tags.indexOf('0044_who-made-a-password-link') + 1)
  const left = { first: { at: '2026-11-20T08:00:00Z', in: '5' }, second: { at: '2026-11-21T08:00:00Z', in: '6' } }
  await client.query('UPDATE interviews SET left_flows = $1', [left])
  const news = async () =>
    (await client.query<Row>('SELECT updated_in FROM interviews UNION SELECT updated_in FROM reveals')).rows
  const before = await news()
  await migrate()
  const reveals = await client.query('SELECT DISTINCT shows_assessment, shows_colleagues FROM reveals')
  expect(reveals.rows).toEqual([{ shows_assessment: true, shows_colleagues: true }])
  const versions = await client.query('SELECT DISTINCT cast_at = written_at AS is_kept FROM vote_versions')
  expect(versions.rows).toEqual([{ is_kept: true }])
  const moved = await client.query('SELECT in_flow_since FROM interviews')
  expect(moved.rows).toEqual([{ in_flow_since: new Date(left.second.at) }])
  expect(await news()).toEqual(before)
  await client.end()
})

test('of those who work at Ribbon nothing is known any more', async () => {
  const client = await givenState(tags.indexOf('0046_what-was-shown-and-since-when') + 1)
  await client.query(`INSERT INTO unreadable_items (kind, place, reason, next_try_at) VALUES
    ('team_members', '1', 'wrong_shape', now()), ('teams', '2', 'wrong_shape', now())`)
  expect(JSON.stringify([...(await contents(client))])).toContain('user_before')
  await migrate()
  const after = await contents(client)
  expect(JSON.stringify([...after])).not.toContain('user_before')
  expect(after.get('unreadable_items')).toMatchObject([{ kind: 'teams', place: '2' }])
  await client.end()
})

test('each file of rows belongs to a migration', () => {
  expect(tags).toEqual(expect.arrayContaining(readdirSync(ROWS).map((name) => name.replace(/\.sql$/, ''))))
})

/** What was learned of Ribbon and of whoever knocked, and is learned again. */
const LEARNED = ['flow_webhooks', 'reply_places', 'sign_in_attempts', 'unreadable_items']

test('every table in which something is kept has rows of before that are tried', { timeout: 180_000 }, async () => {
  const client = await givenState(tags.length)
  const empty = [...(await contents(client))].filter(([, rows]) => rows.length === 0).map(([table]) => table)
  await client.end()
  expect(empty.toSorted()).toEqual(LEARNED)
})
