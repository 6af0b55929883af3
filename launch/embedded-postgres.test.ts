import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openDatabase } from './database'
import { writeAddress } from './embedded-address'
import { startEmbedded } from './embedded-process'
import { PROGRAM, connect, dataFolder, temporaryFolder } from './testing/embedded'

const LOCK_WAIT = { timeout: 60_000 }

const filesIn = (folder: string) => new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))

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

test.each(['app', 'command'] as const)(
  '%s: a spoilt ticket is named with what to do about it, and stays',
  async (purpose) => {
    const folder = temporaryFolder()
    const ticket = join(folder, 'postgres.lock/ticket-1')
    mkdirSync(join(folder, 'postgres.lock'))
    writeFileSync(ticket, '')
    await expect(openDatabase(folder, purpose)).rejects.toThrow(
      `could not be opened: ${ticket} should say who has it open and cannot be read`,
    )
    expect(readFileSync(ticket, 'utf8')).toBe('')
  },
)

async function storedNumber(url: string): Promise<unknown> {
  const client = await connect(url)
  const { rows } = await client.query<{ one: number }>('SELECT 1 AS one')
  await client.end()
  return rows[0]?.one
}
