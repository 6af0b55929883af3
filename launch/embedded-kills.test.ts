import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { embeddedReport } from './embedded-address'
import { PROGRAM, connect, dataFolder, insert, storedIds } from './testing/embedded'

// Each round opens the database anew; KILL_ROUNDS=200 is the long run.
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)

test('no acknowledged row is lost when the process is killed under writes', { timeout: ROUNDS * 60_000 }, async () => {
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

async function open(folder: string) {
  const child = fork(PROGRAM, [folder], { execArgv: ['--import', 'tsx'] })
  const [message] = await once(child, 'message')
  const report = embeddedReport.parse(message)
  if (report.status !== 'ready') throw new Error('a killed process kept the folder')
  return { child, url: report.url }
}
