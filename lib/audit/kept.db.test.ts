// What an admin is told of where the head is kept.
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { auditEvents, auditLeaves } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { processNext } from '../jobs/process'
import { schedule } from '../jobs/recurring'
import { JOBS } from '../server/lifecycle/jobs'
import { findKept, keepHead, keepingHead } from './keep-head'
import {
  claim,
  forgetKept,
  givenSealed,
  givenServer,
  keepIn,
  keepInFile,
  running,
  withNothingKept,
} from './testing/keeping'
import { emptyLog, tamper } from './testing/tamper'

withNothingKept()

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000)

test('when it was kept is told by the last head in the file, whatever is behind it, and whatever the database says', async () => {
  const file = keepInFile()
  for (const size of [2, 5]) {
    await givenSealed(size)
    await keepHead(running)
  }
  const line = readFileSync(file, 'utf8').split('\n')[1] ?? ''
  const [last] = await db().select({ at: auditEvents.at }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1)
  const at = new Date(last?.at ?? 0).toISOString()
  await givenSealed(3)
  await claim('file', 300)
  await tamper((tx) => tx.update(auditLeaves).set({ sealedAt: new Date(0).toISOString() }))
  forgetKept()
  for (const behind of ['', line.slice(0, 40), '\n# rotated\n', `${'x'.repeat(5_000)}\n${line}\n`]) {
    writeFileSync(file, behind, { flag: 'a' })
    utimesSync(file, AN_HOUR_AGO, AN_HOUR_AGO)
    await expect(findKept(), behind).resolves.toEqual({
      place: 'file',
      last: { size: 7, at, saidBy: 'server' },
      failure: null,
    })
  }
})

test('a head in the file to which the log does not lead tells no time', async () => {
  keepInFile()
  await givenSealed(5)
  await keepHead(running)
  const another = { size: 5, at: null, saidBy: 'server' }
  await tamper((tx) => tx.update(auditEvents).set({ at: new Date(0).toISOString() }))
  await expect(findKept()).resolves.toMatchObject({ last: another })
  await emptyLog()
  await expect(findKept()).resolves.toMatchObject({ last: another })
  await givenSealed(6)
  await expect(findKept()).resolves.toMatchObject({ last: another })
})

test('of a file without a head it is told what the database says, as that', async () => {
  const file = keepInFile()
  await givenSealed(2)
  await claim('file', 300)
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
