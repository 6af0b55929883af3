import { fork } from 'node:child_process'
import { once } from 'node:events'
import { eq, ne, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { jobs } from '../../db/schema/jobs'
import { mirrorLists } from '../../db/schema/mirror'
import { interviewTexts, NOT_INDEXED } from '../../db/schema/search'
import { givenViewer } from '../../db/testing/fixtures'
import { processNext } from '../../jobs/process'
import { schedule } from '../../jobs/recurring'
import { EVERYTHING } from '../../interviews/list/filter'
import { listInterviews } from '../../interviews/list/queries'
import { givenRibbon } from '../../ribbon/testing/given-ribbon'
import { RULES } from '../../search/document'
import { findFreshness } from '../queries'
import { reindexing } from '../reindex-job'
import { pullNow } from '../testing/pull-now'

const INTERVIEWS = 24
const ribbon = givenRibbon({ interviews: INTERVIEWS, samples: 'none' })

beforeEach(async () => {
  await ribbon.control('DELETE', '/faults')
  for (const table of [interviews, mirrorLists, jobs]) await db().delete(table)
  await schedule([reindexing])
})

const toCome = () => db().$count(interviewTexts, eq(interviewTexts.rules, NOT_INDEXED))
const indexed = () => db().$count(interviewTexts, eq(interviewTexts.rules, RULES))
const reindexDue = async () => {
  const seconds = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  return (await db().select({ seconds }).from(jobs).where(eq(jobs.kind, reindexing.kind)))[0]?.seconds
}

test('what a first pull brings is listed at once, indexed when it is over, and said not to be searched until then', async () => {
  const viewer = await givenViewer()
  expect(await processNext([reindexing])).toBe(true)
  expect(await pullNow()).toBe('pulled')
  expect(await toCome()).toBe(INTERVIEWS)
  expect(await listInterviews(viewer, EVERYTHING)).toMatchObject({ total: INTERVIEWS })
  expect(await listInterviews(viewer, { ...EVERYTHING, q: '-quokka' })).toMatchObject({ total: 0, items: [] })
  expect((await findFreshness(viewer)).coverage).toEqual({ searchable: 0, of: INTERVIEWS })
  expect((await findFreshness(await givenViewer({ teams: ['another'] }))).coverage).toBeNull()

  expect(await reindexDue()).toBeLessThanOrEqual(0)
  expect(await processNext([reindexing])).toBe(true)
  expect(await indexed()).toBe(INTERVIEWS)
  expect(await findFreshness(viewer)).toMatchObject({ coverage: null, trouble: null })
  expect(await listInterviews(viewer, { ...EVERYTHING, q: '-quokka' })).toMatchObject({ total: INTERVIEWS })
})

test('what arrives afterwards is indexed as it arrives', async () => {
  await pullNow()
  await processNext([reindexing])
  await ribbon.control('PUT', '/interviews/later', {
    interview_flow_id: 'flow',
    status: 'completed',
    interview_data: null,
  })
  expect(await pullNow()).toBe('pulled')
  expect(await indexed()).toBe(INTERVIEWS + 1)
  await ribbon.control('DELETE', '/interviews/later')
})

/** Whether the job makes everything anew in this state of the lists and of the pull. */
const indexesMeanwhile = async (list: object, pull: object) => {
  await db().update(mirrorLists).set(list)
  await db().update(jobs).set(pull).where(ne(jobs.kind, reindexing.kind))
  await db().update(interviewTexts).set({ rules: NOT_INDEXED })
  await db()
    .update(jobs)
    .set({ runAt: sql`now()` })
    .where(eq(jobs.kind, reindexing.kind))
  expect(await processNext([reindexing])).toBe(true)
  return (await toCome()) === 0
}

test('while a first pull goes on nothing is indexed, unless it rests or takes too long', async () => {
  await pullNow()
  const firstPull = { passedAt: null, beganAt: sql`now()` }
  const running = { claim: crypto.randomUUID(), claimedUntil: sql`now() + interval '15 seconds'` }
  const resting = { claim: null, claimedUntil: null, runAt: sql`now() + interval '1 minute'` }
  expect(await indexesMeanwhile(firstPull, running)).toBe(false)
  expect(await reindexDue()).toBeLessThanOrEqual(5)
  expect(await indexesMeanwhile(firstPull, resting)).toBe(true)
  expect(await indexesMeanwhile({ ...firstPull, beganAt: sql`now() - interval '16 minutes'` }, running)).toBe(true)
  expect(await indexesMeanwhile({ passedAt: sql`now()`, beganAt: sql`now()` }, running)).toBe(true)
})

/** Lives until it has come so far, and its claims with it. */
async function killedOnce(hasComeSoFar: () => Promise<boolean>) {
  const replica = fork('lib/mirror/testing/replica-process.ts', [], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  })
  await expect.poll(hasComeSoFar, { interval: 5, timeout: 60_000 }).toBe(true)
  replica.kill('SIGKILL')
  await once(replica, 'exit')
  await db()
    .update(jobs)
    .set({ claimedUntil: sql`now()` })
}

test(
  'whenever a replica is killed, another goes on until everything is there and indexed',
  { timeout: 180_000 },
  async () => {
    await killedOnce(async () => (await db().$count(interviews)) > 0)
    await killedOnce(async () => (await db().$count(interviews)) === INTERVIEWS)
    await killedOnce(async () => (await indexed()) > 0)
    expect(await pullNow()).toBe('pulled')
    await db()
      .update(jobs)
      .set({ runAt: sql`now()` })
    await processNext([reindexing])
    expect([await db().$count(interviews), await indexed()]).toEqual([INTERVIEWS, INTERVIEWS])
  },
)
