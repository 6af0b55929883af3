import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { unpackEmptyDatabase } from '../lib/db/testing/empty-database'
import { openDatabase } from './database'
import { embeddedFolders, embeddedReport, writeAddress } from './embedded-address'
import { startEmbedded } from './embedded-process'

const PROGRAM = fileURLToPath(new URL('embedded-postgres.ts', import.meta.url))
// Each round opens the database anew; KILL_ROUNDS=200 is the long run.
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)

const LOCK_WAIT = { timeout: 30_000 }

// Each test starts several processes, and a machine may be slow.
vi.setConfig({ testTimeout: 240_000 })

const filesIn = (folder: string) => new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))
const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'embedded-'))

async function dataFolder() {
  const folder = temporaryFolder()
  await unpackEmptyDatabase(embeddedFolders(folder).data)
  return folder
}

test('a second opener is refused before it touches a file, and a command may join instead', async () => {
  const folder = await dataFolder()
  const first = await openDatabase(folder)
  const before = filesIn(folder)

  await expect(openDatabase(folder)).rejects.toThrow(/has .* open/)
  expect(filesIn(folder)).toEqual(before)
  expect((await openDatabase(folder, 'command')).url).toBe(first.url)

  await first.close()
})

test('a command that comes while the app is starting waits for it and joins', async () => {
  const folder = await dataFolder()
  writeAddress(folder, 'postgres://localhost/an-earlier-run')
  const starting = startEmbedded(folder, temporaryFolder(), 'app')
  await vi.waitFor(() => expect(readdirSync(join(folder, 'postgres.lock'))).toContain('ticket-1'), LOCK_WAIT)
  const joined = await openDatabase(folder, 'command')

  const app = await starting
  expect(app.report).toEqual({ status: 'ready', url: joined.url })
  await app.close()
})

test('an app that starts while a command has the folder open waits until it leaves', async () => {
  const folder = await dataFolder()
  const command = await openDatabase(folder, 'command')
  const starting = openDatabase(folder, 'app')
  const first = await Promise.race([starting, pause(2_000)])
  expect(first, 'it is not open while the command has it').toBeUndefined()

  await command.close()
  const app = await starting
  expect(await storedNumber(app.url)).toBe(1)
  await app.close()
})

test('a database whose process is killed is open again at the same address, with all that was acknowledged', async () => {
  const folder = await dataFolder()
  const database = await openDatabase(folder)
  const acknowledged: number[] = []
  for (let kill = 0; kill < 2; kill++) {
    const client = await untilConnected(database.url)
    if (kill === 0) await client.query('CREATE TABLE kept (id int PRIMARY KEY)')
    for (let write = 0; write < 5; write++) await insert({ client, acknowledged })
    process.kill(holderOf(folder), 'SIGKILL')
    await new Promise((resolve) => client.once('end', resolve))
  }

  const client = await untilConnected(database.url)
  expect(await storedIds(client)).toEqual(acknowledged)
  await client.end()
  await database.close()
})

test('a database whose process stands still is ended and open again, with all that was acknowledged', async () => {
  const folder = await dataFolder()
  const database = await openDatabase(folder)
  const client = await connect(database.url)
  await client.query('CREATE TABLE kept (id int PRIMARY KEY)')
  const acknowledged: number[] = []
  await insert({ client, acknowledged })
  const standing = holderOf(folder)
  process.kill(standing, 'SIGSTOP')
  await new Promise((resolve) => client.once('end', resolve))

  const again = await untilConnected(database.url)
  expect(holderOf(folder)).not.toBe(standing)
  expect(await storedIds(again)).toEqual(acknowledged)
  await again.end()
  await database.close()
})

test('a database that keeps dying is given up with a sentence', async () => {
  const folder = await dataFolder()
  const database = await openDatabase(folder)
  const over = database.lost.then(() => true)
  while (!(await Promise.race([over, pause(50, false)]))) killIfAlive(holderOf(folder))

  expect((await database.lost).message).toMatch(/ended 6 times within 5 minutes, so Debrief stops/)
  await database.close()
})

test('closing while it is being started again leaves no process behind', async () => {
  const folder = await dataFolder()
  const database = await openDatabase(folder)
  process.kill(holderOf(folder), 'SIGKILL')
  await pause(300)
  await database.close()

  const again = await openDatabase(folder)
  await again.close()
})

test('a process whose starter is gone before it is open leaves the folder', async () => {
  const folder = await dataFolder()
  const child = fork(PROGRAM, [folder], { execArgv: ['--import', 'tsx'] })
  await vi.waitFor(() => expect(readdirSync(join(folder, 'postgres.lock'))).toContain('ticket-1'), LOCK_WAIT)
  child.disconnect()
  await once(child, 'exit')

  expect(JSON.parse(readFileSync(join(folder, 'postgres.lock/ticket-1'), 'utf8'))).toMatchObject({ released: true })
})

test('a folder that cannot be used is refused with a sentence that says what to do', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expect(openDatabase(file)).rejects.toThrow(/a file stands where a folder should be. Set DATA_DIR/)
  await expect(openDatabase(join(file, 'below'))).rejects.toThrow(/a file stands where a folder should be/)

  const damaged = temporaryFolder()
  mkdirSync(join(damaged, 'postgres'))
  writeFileSync(join(damaged, 'postgres/PG_VERSION'), '9')
  await expect(openDatabase(damaged)).rejects.toThrow(/The embedded database in .* could not be opened/)
})

test('no acknowledged row is lost when the process is killed under writes', { timeout: ROUNDS * 30_000 }, async () => {
  const folder = await dataFolder()
  const acknowledged: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { child, url } = await open(folder)
    const client = await connect(url)
    if (round === 0) await client.query('CREATE TABLE kept (id int PRIMARY KEY)')
    expect(await storedIds(client)).toEqual(expect.arrayContaining(acknowledged))

    await writeUntilKilled({ client, child, acknowledged, writes: 1 + Math.floor(Math.random() * 60) })
  }

  const { child, url } = await open(folder)
  const client = await connect(url)
  expect(await storedIds(client)).toEqual(expect.arrayContaining(acknowledged))
  await client.end()
  child.disconnect()
  await once(child, 'exit')
})

/** The kill falls somewhere inside the write after the last acknowledged one. */
async function writeUntilKilled(run: { client: Client; child: ChildProcess; acknowledged: number[]; writes: number }) {
  const exited = once(run.child, 'exit')
  for (let write = 0; write < run.writes; write++) await insert(run)
  const last = insert(run)
  setImmediate(() => run.child.kill('SIGKILL'))
  await last.catch(() => {})
  await exited
}

async function insert({ client, acknowledged }: { client: Client; acknowledged: number[] }) {
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO kept SELECT coalesce(max(id), 0) + 1 FROM kept RETURNING id',
  )
  if (rows[0]) acknowledged.push(rows[0].id)
}

async function open(folder: string) {
  const child = fork(PROGRAM, [folder], { execArgv: ['--import', 'tsx'] })
  const [message] = await once(child, 'message')
  const report = embeddedReport.parse(message)
  if (report.status !== 'ready') throw new Error('a killed process kept the folder')
  return { child, url: report.url }
}

async function connect(url: string) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function storedIds(client: Client) {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM kept')
  return rows.map((row) => row.id)
}

async function storedNumber(url: string): Promise<unknown> {
  const client = await connect(url)
  const { rows } = await client.query<{ one: number }>('SELECT 1 AS one')
  await client.end()
  return rows[0]?.one
}

async function untilConnected(url: string): Promise<Client> {
  return vi.waitFor(() => connect(url), { timeout: 30_000, interval: 100 })
}

/** The process that the folder's last ticket names. */
function holderOf(folder: string): number {
  const lock = join(folder, 'postgres.lock')
  const last = readdirSync(lock).findLast((name) => name.startsWith('ticket-')) ?? ''
  const { pid } = JSON.parse(readFileSync(join(lock, last), 'utf8')) as { pid: number }
  return pid
}

function killIfAlive(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It died before.
  }
}
