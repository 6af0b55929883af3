import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundleCommands } from '../../launch/bundle-commands'
import { openDatabase } from '../../launch/database'
import { embeddedFolders } from '../../launch/embedded-address'
import { closePool } from './client'
import { migrate } from './migrate'
import { openTestDatabase, type TestDatabase } from './testing/database'
import { unpackEmptyDatabase } from './testing/empty-database'
import { givenGate } from './testing/gate'

/** Within the checkout: what is not bundled is looked for in its node_modules. */
const CACHE = 'node_modules/.cache/debrief'
let commands: string
let database: TestDatabase

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true })
  commands = mkdtempSync(join(CACHE, 'commands-'))
  await bundleCommands(commands)
})
afterAll(() => rmSync(commands, { recursive: true }))
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(async () => {
  await closePool()
  await database.close()
})

/** A program that migrates before it does anything else; as a bundle it starts in a third of the time. */
function startMigrating(url: string) {
  return spawn(process.execPath, [join(commands, 'member.mjs'), 'list'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'ignore',
  })
}

async function select(url: string, statement: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(statement)
  await client.end()
  return rows.map(({ name }) => name)
}

const tables = (url: string) =>
  select(url, `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`)
const applied = (url: string) => select(url, 'SELECT hash AS name FROM migrations')

const MIGRATIONS = readdirSync('lib/db/migrations').filter((name) => name.endsWith('.sql'))
const STATEMENTS = [
  'pg_advisory_xact_lock',
  'CREATE TABLE "members"',
  'CREATE INDEX "interviews_first_seen"',
  'INSERT INTO migrations',
  'COMMIT',
]

test('a start that is killed at any statement of a migration leaves the schema unchanged, and the next completes it', async () => {
  for (const statement of STATEMENTS) {
    const gate = await givenGate(database.url, statement)
    const program = startMigrating(gate.url)
    const ended = once(program, 'exit')
    await Promise.race([gate.reached, ended.then(() => Promise.reject(new Error(`never came to ${statement}`)))])
    program.kill('SIGKILL')
    await ended
    gate.close()
    expect(await tables(database.url), statement).toEqual([])
  }
  await once(startMigrating(database.url), 'exit')
  expect(await tables(database.url)).toEqual(expect.arrayContaining(['interviews', 'members', 'migrations']))
  expect(await applied(database.url)).toHaveLength(MIGRATIONS.length)
})

test('an embedded database that is killed inside a migration opens again with the schema unchanged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  await unpackEmptyDatabase(embeddedFolders(folder).data)
  const embedded = fork('launch/embedded-postgres.ts', [folder], { execArgv: ['--import', 'tsx'] })
  const [{ url }] = (await once(embedded, 'message')) as [{ url: string }]
  const gate = await givenGate(url, 'CREATE INDEX "interviews_first_seen"')
  const program = startMigrating(gate.url)
  await gate.reached
  embedded.kill('SIGKILL')
  await once(embedded, 'exit')
  program.kill('SIGKILL')
  gate.close()

  const reopened = await openDatabase(folder)
  expect(await tables(reopened.url)).toEqual([])
  await once(startMigrating(reopened.url), 'exit')
  expect(await applied(reopened.url)).toHaveLength(MIGRATIONS.length)
  await reopened.close()
})

test('ten programs that start at once apply each migration once, and all get to work', async () => {
  const programs = Array.from({ length: 10 }, () => startMigrating(database.url))
  const ends = await Promise.all(programs.map((program) => once(program, 'exit')))
  expect(ends.map(([code]): unknown => code)).toEqual(programs.map(() => 0))
  expect(await applied(database.url)).toHaveLength(MIGRATIONS.length)
})

test('ten migrations at once in one program apply each migration once', async () => {
  await closePool()
  process.env.DATABASE_URL = database.url
  await Promise.all(Array.from({ length: 10 }, () => migrate()))
  expect(await applied(database.url)).toHaveLength(MIGRATIONS.length)
})

function givenMigrations(sqlByTag: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  mkdirSync(join(folder, 'meta'))
  const entries = Object.keys(sqlByTag).map((tag, idx) => ({ idx, version: '7', when: idx, tag, breakpoints: true }))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  for (const [tag, text] of Object.entries(sqlByTag)) writeFileSync(join(folder, `${tag}.sql`), text)
  return folder
}

test('a migration that fails leaves nothing of itself nor of those before it', async () => {
  const folder = givenMigrations({
    one: 'CREATE TABLE one (id int)',
    two: 'CREATE TABLE two (id int);\n--> statement-breakpoint\nCREATE TABLE one (id int)',
  })
  await closePool()
  process.env.DATABASE_URL = database.url
  await expect(migrate(folder)).rejects.toThrow('already exists')
  expect(await tables(database.url)).toEqual([])

  writeFileSync(join(folder, 'two.sql'), 'CREATE TABLE two (id int)')
  await migrate(folder)
  expect(await tables(database.url)).toEqual(['migrations', 'one', 'two'])
})

const deadlocksUntil = (attempt: number) =>
  givenMigrations({
    one: 'CREATE TABLE one (id int)',
    two: `DO $$ BEGIN IF nextval('attempts') < ${attempt} THEN RAISE 'deadlock' USING ERRCODE = '40P01'; END IF; END $$`,
  })

test('a migration that PostgreSQL ends, since it and an old replica waited for each other, begins anew', async () => {
  await closePool()
  process.env.DATABASE_URL = database.url
  await select(database.url, 'CREATE SEQUENCE attempts')
  await expect(migrate(deadlocksUntil(100))).rejects.toThrow('deadlock')
  expect(await tables(database.url)).toEqual([])

  await migrate(deadlocksUntil(8))
  expect(await tables(database.url)).toEqual(['migrations', 'one'])
})
