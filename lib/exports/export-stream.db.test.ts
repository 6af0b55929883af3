// Must hold 4: an export that is on its way tells nobody anything once they may not know it, and holds little at once.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { May } from '../auth/viewer'
import { db, pool } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { givenInterview } from '../db/testing/interview'
import { EVERYTHING, parseInterviewFilter } from '../interviews/list/filter'
import { log } from '../log'
import { exportInterviews } from './commands'
import { streamFile } from './file-answer'
import { tableOf } from './interview-table'
import { all, BATCH, givenExporter, givenMany, STYLE } from './testing/given-exports'

log.level = 'silent'

let team: string
beforeEach(() => {
  team = crypto.randomUUID()
})
afterEach(() => vi.restoreAllMocks())

const request = (signal?: AbortSignal) => new Request('http://localhost/export', signal ? { signal } : {})
const CSV = { name: 'a.csv', type: 'text/csv' }

test('what arrives while an export is written is not in it, what leaves its reader’s team is not either, and nothing is there twice', async () => {
  await givenMany(team, BATCH + 2)
  const viewer = await givenExporter([team])
  const filter = parseInterviewFilter(new URLSearchParams('sort=-candidate'))
  const parts = (await exportInterviews(viewer, filter, 'csv'))[Symbol.asyncIterator]()
  const first = await parts.next()
  const begun = first.done ? [] : first.value
  const late = await givenInterview({ teamId: team, candidate: { name: 'Aaron', email: null } })
  const behind = Array.from({ length: BATCH + 2 }, (_, index) => `${team}-${index + 1}`).find(
    (id) => !begun.some((row) => row.id === id),
  )
  await db().execute(sql`UPDATE interviews SET team_id = 'elsewhere' WHERE id = ${behind}`)
  await db().execute(sql`UPDATE interviews SET candidate_key = NULL WHERE id = ${begun[0]?.id}`)
  const ids = [...begun, ...(await all({ [Symbol.asyncIterator]: () => parts }))].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(BATCH + 1)
  expect(ids).not.toContain(late.id)
  expect(ids).not.toContain(behind)
})

const LOSSES: Record<string, (viewer: May<'export.create'>) => Promise<unknown>> = {
  'is signed out': ({ sessionId }) => db().delete(sessions).where(eq(sessions.id, sessionId)),
  'is disabled': ({ memberId }) =>
    db()
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, memberId)),
  'may not export any more': ({ memberId }) =>
    db().update(members).set({ role: 'reviewer' }).where(eq(members.id, memberId)),
}

test.each(Object.entries(LOSSES))('who %s is told nothing further, and the file breaks off', async (_, lose) => {
  await givenMany(team, BATCH + 1)
  const viewer = await givenExporter([team])
  const parts = tableOf(await exportInterviews(viewer, EVERYTHING, 'csv'), STYLE)
  const reader = streamFile(request(), parts, CSV).body?.getReader()
  await reader?.read()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('Candidate number')
  await lose(viewer)
  await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
})

test('a failure in the middle breaks the file off: nobody takes its beginning for all of it', async () => {
  await givenMany(team, BATCH + 1)
  const parts = tableOf(await exportInterviews(await givenExporter([team]), EVERYTHING, 'csv'), STYLE)
  const reader = streamFile(request(), parts, CSV).body?.getReader()
  await reader?.read()
  await reader?.read()
  vi.spyOn(pool(), 'query').mockRejectedValue(new Error('gone'))
  await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
})

test.each([
  ['leaves', (client: AbortController) => client.abort()],
  ['stops reading', (_: AbortController, reader: ReadableStreamDefaultReader) => void reader.cancel()],
])('for a client that %s nothing more is read', async (_, leaves) => {
  await givenMany(team, BATCH * 3)
  const parts = tableOf(await exportInterviews(await givenExporter([team]), EVERYTHING, 'csv'), STYLE)
  const client = new AbortController()
  const reader = streamFile(request(client.signal), parts, CSV).body?.getReader()
  if (!reader) throw new Error('there is nothing to read')
  await reader.read()
  await reader.read()
  leaves(client, reader)
  const asked = vi.spyOn(pool(), 'query')
  await reader.read().catch(() => {})
  await reader.read().catch(() => {})
  expect(asked).not.toHaveBeenCalled()
})

test('10,000 interviews take no more memory than 2,000', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const grownBy = async (count: number) => {
    team = crypto.randomUUID()
    await givenMany(team, count)
    const parts = tableOf(await exportInterviews(await givenExporter([team]), EVERYTHING, 'csv'), STYLE)
    collect()
    const before = process.memoryUsage().heapUsed
    let [written, most, read] = [0, 0, 0]
    for await (const part of parts) {
      written += part.length
      if (read++ % 5 !== 0) continue
      collect()
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    return { written, most }
  }
  await grownBy(400)
  const [few, many] = [await grownBy(2_000), await grownBy(10_000)]
  expect(many.written).toBeGreaterThan(2_000_000)
  expect(many.most - few.most).toBeLessThan(1_000_000)
})
