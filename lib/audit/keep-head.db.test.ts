import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { auditKeptHeads } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { processNext } from '../jobs/process'
import { schedule } from '../jobs/recurring'
import { log } from '../log'
import { readHeads } from './head'
import { findKept, keepHead, keepingHead } from './keep-head'
import { claim, givenSealed, givenServer, keepIn, keepInFile, running, withNothingKept } from './testing/keeping'
import { emptyLog } from './testing/tamper'
import { verifyEvents } from './verify'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ open: typeof open }>()
  return { ...real, open: vi.fn(real.open) }
})

withNothingKept()

test('each head is a line of the file, once, and the last one finds whoever makes the whole log anew', async () => {
  const file = keepInFile()
  writeFileSync(file, 'what was there\n')
  await keepHead(running)
  await givenSealed(3)
  await keepHead(running)
  await keepHead(running)
  await givenSealed(1)
  await keepHead(running)
  const kept = readFileSync(file, 'utf8')
  expect(kept).toMatch(/^what was there\ndebrief-audit-2 3 \d+ \w{64}\ndebrief-audit-2 4 \d+ \w{64}\n$/)
  await expect(verifyEvents(operator(), readHeads(kept))).resolves.toMatchObject({ flaw: null, head: { size: 4 } })
  await expect(findKept()).resolves.toMatchObject({ place: 'file', last: { size: 4 }, failure: null })

  await emptyLog()
  await givenSealed(4)
  await expect(verifyEvents(operator(), [])).resolves.toMatchObject({ flaw: null })
  await expect(verifyEvents(operator(), readHeads(kept))).resolves.toMatchObject({ flaw: 'not_of_head' })

  // The forged log goes on, and its head is kept like any other: those before it tell.
  await givenSealed(1)
  await keepHead(running)
  const later = readFileSync(file, 'utf8')
  expect(readHeads(later).map(({ size }) => size)).toEqual([3, 4, 5])
  await expect(verifyEvents(operator(), readHeads(later).slice(-1))).resolves.toMatchObject({ flaw: null })
  await expect(verifyEvents(operator(), readHeads(later))).resolves.toMatchObject({ flaw: 'not_of_head' })
})

test('each head is in the server’s log, whether or not it is kept elsewhere', async () => {
  const told = vi.spyOn(log, 'info')
  keepIn(undefined)
  await givenSealed(2)
  await keepHead(running)
  await keepHead(running)
  const lines = told.mock.calls.map(([given]) => JSON.stringify(given))
  expect(lines.filter((line) => line.includes('debrief-audit-2 2 '))).toHaveLength(1)
})

test('a head is on the disk before it is said to be kept', async () => {
  const file = keepInFile()
  await givenSealed(2)
  const handle = await open(file, 'a')
  const [added, synced] = [vi.spyOn(handle, 'appendFile'), vi.spyOn(handle, 'sync')]
  synced.mockRejectedValueOnce(new Error('the disk is full'))
  vi.mocked(open).mockResolvedValueOnce(handle)
  await expect(keepHead(running)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
  expect(added).toHaveBeenCalledOnce()
  await expect(db().$count(auditKeptHeads)).resolves.toBe(0)
})

async function sizeKeptNow() {
  await keepHead(running).catch(() => {})
  return (await findKept()).last?.size
}

test('a file on a volume that hangs is a failure that an admin is told, until it is kept', async () => {
  await db().delete(jobs)
  keepInFile()
  await givenSealed(2)
  await schedule([keepingHead])
  const late = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
  const back = new AbortController()
  const begun = new Promise<void>((resolve) => {
    vi.mocked(open).mockImplementationOnce(async () => {
      resolve()
      await once(back.signal, 'abort')
      throw new Error('it is away')
    })
  })
  const attempt = processNext([keepingHead])
  await begun
  late.abort()
  await attempt
  await expect(findKept()).resolves.toMatchObject({ last: null, failure: expect.stringContaining('AUDIT_HEAD_FILE') })

  back.abort()
  timeout.mockRestore()
  await expect.poll(sizeKeptNow).toBe(2)
})

test('an address that never answers is given up, and at once where the process stops', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  keepIn(`http://127.0.0.1:${port}/heads`)
  await givenSealed(2)
  const [late, stopping] = [new AbortController(), new AbortController()]
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
  for (const { stopped, over } of [
    { stopped: stopping.signal, over: stopping },
    { stopped: running, over: late },
  ]) {
    const asked = once(server, 'request')
    const refused = expect(keepHead(stopped)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
    await asked
    over.abort()
    await refused
  }
  server.closeAllConnections()
  server.close()
}, 20_000)

test('an address is told each head, and goes on to be told the same one until it takes it', async () => {
  const [takes, refuses] = [await givenServer(204), await givenServer(302)]
  await givenSealed(2)
  keepIn(refuses.url)
  await expect(keepHead(running)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
  await expect(keepHead(running)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
  expect(refuses.taken).toHaveLength(2)
  keepIn(takes.url)
  await keepHead(running)
  await keepHead(running)
  expect(takes.taken).toEqual([expect.stringMatching(/^POST \/heads\?key=1 debrief-audit-2 2 \d+ \w{64}\n$/)])
  for (const server of [takes, refuses]) server.close()
})

test('whoever writes into the database that a head is kept does not stop it from being kept', async () => {
  const file = keepInFile()
  for (const turn of [1, 2]) {
    await givenSealed(2)
    await claim('file', 2 * turn)
    await keepHead(running)
    expect(readHeads(readFileSync(file, 'utf8')).map(({ size }) => size)).toEqual([2, 4].slice(0, turn))
  }
})
