import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { jobs } from '../db/schema/jobs'
import { interviewTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import { listInterviews } from '../interviews/list/queries'
import { processNext } from '../jobs/process'
import { schedule } from '../jobs/recurring'
import { log } from '../log'
import { reindexing } from './reindex-job'
import { found, team } from '../search/testing/search'

/** The first that is indexed while one is to fail. */
const bad = vi.hoisted(() => ({ isWanted: false, id: '' }))
vi.mock('../search/index-interview', async (original) => {
  const actual = await original<typeof import('../search/index-interview')>()
  const indexAnew: typeof actual.indexAnew = (tx, id, options) => {
    if (bad.isWanted) bad.id ||= id
    if (bad.isWanted && id === bad.id) throw new Error('it cannot be indexed')
    return actual.indexAnew(tx, id, options)
  }
  return { ...actual, indexAnew }
})

async function reindex() {
  await schedule([reindexing])
  await db()
    .update(jobs)
    .set({ runAt: sql`now()` })
  expect(await processNext([reindexing])).toBe(true)
  expect(await db().$count(jobs, sql`last_success_at IS NOT NULL`)).toBe(1)
}

test('what was stored before there were sort keys is sorted by them, flows and teams too', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const ids: string[] = []
  for (const name of ['Zoe', 'Åsa', null, 'adam']) {
    const flow = await givenFlow({ title: name ?? '' })
    ids.push((await givenInterview({ teamId, flowId: flow.id, candidate: { name, email: null } })).id)
  }
  await db().update(interviews).set({ candidateKey: null })
  await db().update(flows).set({ titleKey: null })
  await db().update(interviewTexts).set({ rules: 0 })

  await reindex()
  for (const key of ['candidate', 'flow'] as const) {
    const { items } = await listInterviews(viewer, { ...EVERYTHING, sort: { key, descending: false } })
    expect(items.map(({ id }) => ids.indexOf(id))).toEqual([3, 1, 0, 2])
  }
})

test('what was stored under older rules is indexed anew', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId, ...givenTalk([['candidate', 'a very rare quokka']]) })
  const other = await givenInterview({ teamId, ...givenTalk([['candidate', 'another quokka']]) })
  await db().delete(interviewTexts).where(eq(interviewTexts.interviewId, id))
  await db().update(interviewTexts).set({ rules: 0 }).where(eq(interviewTexts.interviewId, other.id))
  await db().update(interviews).set({ lexemes: '' })
  expect(await found(viewer, 'quokka')).toEqual([])

  await reindex()
  expect((await found(viewer, 'quokka')).toSorted()).toEqual([id, other.id].toSorted())
})

const outdated = () =>
  db().select({ id: interviewTexts.interviewId }).from(interviewTexts).where(eq(interviewTexts.rules, 0))

test('one that cannot be indexed anew costs the others nothing, and is tried again later and later', async () => {
  const failures = vi.spyOn(log, 'error').mockReturnValue()
  for (const words of ['a lonely okapi', 'another okapi']) await givenInterview(givenTalk([['candidate', words]]))
  await db().update(interviewTexts).set({ rules: 0 })
  bad.isWanted = true
  await db().delete(jobs)
  await schedule([reindexing])
  const rest = sql<number>`extract(epoch FROM ${jobs.runAt} - now())::float8`
  for (const attempts of [1, 2, 3]) {
    expect(await processNext([reindexing])).toBe(true)
    const [row] = await db().select({ attempts: jobs.attempts, outcome: jobs.outcome, rest }).from(jobs)
    expect(row).toMatchObject({ attempts, outcome: null })
    expect(row?.rest).toBeGreaterThan(30 * 2 ** attempts)
    await db()
      .update(jobs)
      .set({ runAt: sql`now()` })
  }
  expect(await outdated()).toEqual([{ id: bad.id }])
  expect(failures).toHaveBeenCalledTimes(3)
  failures.mockRestore()

  bad.isWanted = false
  expect(await processNext([reindexing])).toBe(true)
  expect(await outdated()).toEqual([])
})
