import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { auditKeptHeads } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { log } from '../log'
import { processNext } from '../jobs/process'
import { schedule } from '../jobs/recurring'
import { JOBS } from '../server/lifecycle/jobs'
import * as environment from '../env'
import { readHeads } from './head'
import { findKept, keepHead, keepingHead } from './keep-head'
import { sealEvents } from './seal'
import { emptyLog } from './testing/tamper'
import { givenTold } from './testing/told'
import { findHead } from './tree-store'
import { verifyEvents } from './verify'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ open: typeof open }>()
  return { ...real, open: vi.fn(real.open) }
})

const running = new AbortController().signal

beforeEach(async () => {
  await emptyLog()
  await db().delete(auditKeptHeads)
})

afterEach(() => {
  vi.restoreAllMocks()
  forgetKept()
})

/** As another process, or this one after a restart. */
function forgetKept() {
  const shared = globalThis as typeof globalThis & { debriefKeptHeads?: unknown }
  delete shared.debriefKeptHeads
}

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000)

async function claim(place: 'file' | 'url', size: number) {
  const { seq, root } = await findHead(db())
  const kept = { size, seq, root: Buffer.from(root, 'hex'), keptAt: sql`now()` }
  await db()
    .insert(auditKeptHeads)
    .values({ place, ...kept })
    .onConflictDoUpdate({ target: auditKeptHeads.place, set: kept })
}

function keepIn(place: string | undefined) {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), AUDIT_HEAD_FILE: place })
}

async function givenSealed(count: number) {
  await givenTold(count)
  await sealEvents()
}

test('each head is a line of the file, once, and the last one finds whoever makes the whole log anew', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  writeFileSync(file, 'what was there\n')
  keepIn(file)
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
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  keepIn(file)
  await givenSealed(2)
  const handle = await open(file, 'a')
  const [added, synced] = [vi.spyOn(handle, 'appendFile'), vi.spyOn(handle, 'sync')]
  synced.mockRejectedValueOnce(new Error('the disk is full'))
  vi.mocked(open).mockResolvedValueOnce(handle)
  await expect(keepHead(running)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
  expect(added).toHaveBeenCalledOnce()
  await expect(db().$count(auditKeptHeads)).resolves.toBe(0)
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

async function givenServer(status: number) {
  const taken: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.on('data', (bytes) => (text += String(bytes)))
    request.on('end', () => {
      taken.push(`${request.method} ${request.url} ${text}`)
      response.writeHead(status, { location: '/elsewhere' }).end('thanks')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { taken, url: `http://127.0.0.1:${port}/heads?key=1`, close: () => void server.close() }
}

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
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  keepIn(file)
  for (const turn of [1, 2]) {
    await givenSealed(2)
    await claim('file', 2 * turn)
    await keepHead(running)
    expect(readHeads(readFileSync(file, 'utf8')).map(({ size }) => size)).toEqual([2, 4].slice(0, turn))
  }
})

test('when it was kept is told by the file itself, whatever the database says', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  keepIn(file)
  await givenSealed(2)
  await keepHead(running)
  writeFileSync(file, 'x'.repeat(5_000), { flag: 'a' })
  writeFileSync(file, `\n${readFileSync(file, 'utf8').split('\n')[0]}\n`, { flag: 'a' })
  utimesSync(file, AN_HOUR_AGO, AN_HOUR_AGO)
  await claim('file', 300)
  forgetKept()
  const told = { size: 2, at: AN_HOUR_AGO.toISOString(), saidBy: 'server' }
  await expect(findKept()).resolves.toEqual({ place: 'file', last: told, failure: null })

  const claimed = { size: 300, at: expect.any(String), saidBy: 'database' }
  writeFileSync(file, 'no head\n')
  await expect(findKept()).resolves.toMatchObject({ last: claimed })
  writeFileSync(file, '')
  await expect(findKept()).resolves.toMatchObject({ last: claimed })
  rmSync(file)
  await expect(findKept()).resolves.toMatchObject({ last: claimed })
  mkdirSync(file)
  await expect(findKept()).resolves.toMatchObject({ last: claimed })
})

test('of an address the server that told it knows when, another one has it from the database, and says so', async () => {
  const takes = await givenServer(204)
  keepIn(takes.url)
  await givenSealed(2)
  await keepHead(running)
  await claim('url', 300)
  await expect(findKept()).resolves.toMatchObject({ place: 'url', last: { size: 2, saidBy: 'server' } })
  forgetKept()
  await expect(findKept()).resolves.toMatchObject({ place: 'url', last: { size: 300, saidBy: 'database' } })
  takes.close()
})

test('an admin is told why it could not be kept, until it is', async () => {
  await db().delete(jobs)
  await givenSealed(1)
  keepIn(join(tmpdir(), 'no', 'such', 'folder'))
  await schedule([keepingHead])
  await processNext([keepingHead])
  await expect(findKept()).resolves.toMatchObject({ last: null, failure: expect.stringContaining('AUDIT_HEAD_FILE') })
  keepIn(undefined)
  await db()
    .update(jobs)
    .set({ runAt: new Date(0).toISOString() })
  await processNext([keepingHead])
  await expect(findKept()).resolves.toMatchObject({ place: null, last: { size: 1 }, failure: null })
  expect(JOBS).toContain(keepingHead)
})
