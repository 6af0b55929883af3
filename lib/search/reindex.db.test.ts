import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
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
import { reindexing } from './reindex-job'
import { found, team } from './testing/search'

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
