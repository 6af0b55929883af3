import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from './database'
import { connect, dataFolder, holderOf, insert, storedIds, untilConnected } from './testing/embedded'

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

function killIfAlive(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It died before.
  }
}
