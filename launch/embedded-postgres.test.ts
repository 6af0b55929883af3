import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from './database'
import { embeddedReport } from './embedded-address'

const PROGRAM = fileURLToPath(new URL('embedded-postgres.ts', import.meta.url))
// Each round opens the database anew; KILL_ROUNDS=200 is the long run.
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 6)

const filesIn = (folder: string) => new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))
const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'embedded-'))

test('a second opener is refused before it touches a file, and may join instead', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const first = await openDatabase(folder)
  const before = filesIn(folder)

  await expect(openDatabase(folder)).rejects.toThrow(/has .* open/)
  expect(filesIn(folder)).toEqual(before)
  expect((await openDatabase(folder, { join: true })).url).toBe(first.url)

  await first.close()
})

test('no acknowledged row is lost when the process is killed under writes', { timeout: ROUNDS * 30_000 }, async () => {
  const folder = temporaryFolder()
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
