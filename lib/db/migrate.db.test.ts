// Must hold 17 and 18.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './testing/database'

const COMMITTED = 'lib/db/migrations'
const TABLES = 400

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
}, 60_000)
afterEach(() => database.close())

/** A start of the app as far as its schema is concerned, in a process of its own. */
function startMigrating(folder: string): ChildProcess {
  const program = `import('./lib/db/migrate.ts').then(({ migrate }) => migrate(${JSON.stringify(folder)})).then(() => process.exit(0))`
  const options = ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '--eval', program]
  return spawn(process.execPath, options, {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function rowsOf<T extends object>(question: string): Promise<T[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<T>(question)
  await client.end()
  return rows
}

test('ten simultaneous starts apply each migration once, and all of them come up', { timeout: 120_000 }, async () => {
  const starts = Array.from({ length: 10 }, () => startMigrating(COMMITTED))
  const codes = await Promise.all(starts.map(async (start) => (await once(start, 'exit'))[0]))

  expect(codes).toEqual(starts.map(() => 0))
  const applied = await rowsOf<{ hash: string }>('SELECT hash FROM migrations')
  expect(applied.map(({ hash }) => hash)).toEqual(
    readMigrationFiles({ migrationsFolder: COMMITTED }).map(({ hash }) => hash),
  )
})

test(
  'a start that is killed inside a migration leaves all of it or nothing, and the next one completes',
  { timeout: 180_000 },
  async () => {
    const folder = longMigration()
    for (const delay of [0, 40, 90, 160]) {
      const start = startMigrating(folder)
      const exited = once(start, 'exit')
      await Promise.race([untilTouched(), exited])
      setTimeout(() => start.kill('SIGKILL'), delay)
      await exited
      expect([0, TABLES]).toContain(await tableCount())
    }
    expect((await once(startMigrating(folder), 'exit'))[0]).toBe(0)
    expect(await tableCount()).toBe(TABLES)
  },
)

/** Resolves once another connection has reached the database. */
async function untilTouched() {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  for (let busy = false; !busy;) {
    const { rows } = await client.query<{ busy: boolean }>(
      `SELECT exists(SELECT FROM pg_locks WHERE locktype = 'advisory') OR to_regclass('migrations') IS NOT NULL AS busy`,
    )
    busy = rows[0]?.busy ?? false
  }
  await client.end()
}

async function tableCount(): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_class WHERE relname LIKE 'half_done_%'`,
  )
  return rows[0]?.count ?? -1
}

function longMigration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  mkdirSync(join(folder, 'meta'))
  const entry = { idx: 0, version: '7', when: 1, tag: '0000_long', breakpoints: true }
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries: [entry] }),
  )
  const statements = Array.from({ length: TABLES }, (_, index) => `CREATE TABLE half_done_${index} (id int)`)
  writeFileSync(join(folder, '0000_long.sql'), statements.join('\n--> statement-breakpoint\n'))
  return folder
}
