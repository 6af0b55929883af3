// Must hold 4: what somebody has heard and read is theirs alone.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviewFacts } from '../db/schema/facts'
import { interviews } from '../db/schema/interviews'
import { listeningProgress } from '../db/schema/notes'
import { givenViewer } from '../db/testing/fixtures'
import { arrives, givenInterview, givenTalk } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import { findNews, listInterviews } from '../interviews/list/queries'
import { requireSince } from '../interviews/list/since'
import { fillFacts } from '../review/fill-facts'
import { recordListening, recordReading } from './commands'
import { MOST_SPANS } from './listening-progress'
import { listListened, listRead } from './queries'

/** Of which the candidate says the ten seconds after the first two. */
const TALK = givenTalk([
  ['agent', 'Why then?'],
  ['candidate', 'For the night shift and all who work on it.'],
])
const SILENT = { audio: null, video: null }

async function progressOf(viewer: Viewer, id: string) {
  const { items } = await listInterviews(viewer, { ...EVERYTHING, id: [id] })
  return items[0]?.progress
}

test('what is heard adds up, also when two tabs tell it at once, and nobody else sees it', async () => {
  const { id } = await givenInterview({ duration: 100 })
  const [viewer, colleague] = [await givenViewer(), await givenViewer()]
  expect(await listListened(viewer, id)).toEqual([])
  const parts = Array.from({ length: 10 }, (_, index) => ({ start: index * 10, end: index * 10 + 5 }))
  await Promise.all(parts.map((part) => recordListening(viewer, id, [part])))
  expect(await listListened(viewer, id)).toEqual(parts)
  expect(await recordListening(viewer, id, [{ start: 0, end: 100 }])).toEqual([{ start: 0, end: 100 }])
  expect(await listListened(colleague, id)).toEqual([])
})

test('what is heard and what is read are kept apart, and each adds up', async () => {
  const { id } = await givenInterview(TALK)
  const viewer = await givenViewer()
  expect(await recordListening(viewer, id, [{ start: 2, end: 5 }])).toEqual([{ start: 2, end: 5 }])
  expect(await recordReading(viewer, id, [{ start: 4, end: 9 }])).toEqual([{ start: 4, end: 9 }])
  expect(await recordReading(viewer, id, [{ start: 9, end: 10 }])).toEqual([{ start: 4, end: 10 }])
  expect(await listListened(viewer, id)).toEqual([{ start: 2, end: 5 }])
  expect(await listRead(viewer, id)).toEqual([{ start: 4, end: 10 }])
})

test('without a recording nothing is heard, whatever a browser says, and all of it can be read', async () => {
  const { id } = await givenInterview({ ...TALK, recordings: SILENT })
  const viewer = await givenViewer()
  expect(await recordListening(viewer, id, [{ start: 0, end: 12 }])).toEqual([])
  expect(await progressOf(viewer, id)).toBe('new')
  await recordReading(viewer, id, [{ start: 0, end: 12 }])
  expect(await progressOf(viewer, id)).toBe('read')
})

test('what was heard stays so where the recording is taken away afterwards', async () => {
  const interview = await givenInterview(TALK)
  const viewer = await givenViewer()
  const heard = await recordListening(viewer, interview.id, [{ start: 0, end: 12 }])
  await db().update(interviews).set({ hasAudio: false }).where(eq(interviews.id, interview.id))
  expect(await recordListening(viewer, interview.id, [{ start: 0, end: 12 }])).toEqual(heard)
  expect(await progressOf(viewer, interview.id)).toBe('heard')
})

test('nearly all that the candidate says is enough, in the list of who heard or read it and in nobody else’s', async () => {
  const { id } = await givenInterview(TALK)
  const [viewer, colleague] = [await givenViewer(), await givenViewer()]
  const before = await listInterviews(colleague, EVERYTHING)
  expect(await progressOf(viewer, id)).toBe('new')
  await recordReading(viewer, id, [{ start: 2, end: 6 }])
  expect(await progressOf(viewer, id)).toBe('begun')
  await recordListening(viewer, id, [{ start: 6, end: 11.5 }])
  expect(await progressOf(viewer, id)).toBe('read')
  await recordListening(viewer, id, [{ start: 2, end: 6 }])
  expect(await progressOf(viewer, id)).toBe('heard')

  const since = requireSince(new URLSearchParams({ since: before.asOf }))
  expect(await findNews(colleague, EVERYTHING, since)).toMatchObject({ changed: [], total: null })
  expect((await listInterviews(colleague, EVERYTHING)).items).toEqual(before.items)
  expect(await findNews(viewer, EVERYTHING, since)).toMatchObject({ changed: [{ id, progress: 'heard' }] })
})

test('more of the same step is no news', async () => {
  const { id } = await givenInterview(TALK)
  const viewer = await givenViewer()
  await recordListening(viewer, id, [{ start: 2, end: 3 }])
  const { asOf } = await listInterviews(viewer, EVERYTHING)
  await recordListening(viewer, id, [{ start: 3, end: 4 }])
  const since = requireSince(new URLSearchParams({ since: asOf }))
  expect(await findNews(viewer, EVERYTHING, since)).toMatchObject({ changed: [], total: null })
})

test('how far somebody is follows what the candidate says, also where that is known only later, or changes', async () => {
  const interview = await givenInterview(TALK)
  const { id } = interview
  const viewer = await givenViewer()
  await db().delete(interviewFacts).where(eq(interviewFacts.interviewId, id))
  await recordListening(viewer, id, [{ start: 0, end: 12 }])
  expect(await progressOf(viewer, id)).toBe('begun')
  await fillFacts(() => Promise.resolve())
  expect(await progressOf(viewer, id)).toBe('heard')
  const longer = givenTalk([['candidate', `${'A night '.repeat(20)}more.`]])
  await arrives({ ...interview, ...longer, duration: 41, talk: 41 })
  expect(await progressOf(viewer, id)).toBe('begun')
})

test('a stranger hears and reads nothing of it', async () => {
  const { id } = await givenInterview()
  const stranger = await givenViewer({ teams: ['team_b'] })
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  await expect(listListened(stranger, id)).rejects.toEqual(notFound)
  await expect(recordListening(stranger, id, [])).rejects.toEqual(notFound)
  await expect(listRead(stranger, id)).rejects.toEqual(notFound)
  await expect(recordReading(stranger, id, [])).rejects.toEqual(notFound)
})

test('of a recording no more is heard than it is long, and what was stored beyond goes when it is next written', async () => {
  const viewer = await givenViewer()
  const { id: interviewId } = await givenInterview({ duration: 100 })
  const { memberId } = viewer
  const spans = Array.from({ length: 4_000 }, (_, index) => ({ start: index, end: index + 0.5 }))
  await db().insert(listeningProgress).values({ interviewId, memberId, spans })
  const heard = await recordListening(viewer, interviewId, [{ start: 40, end: 900_000 }])
  expect(heard.at(-1)).toEqual({ start: 40, end: 100 })
  expect(heard).toHaveLength(41)
  expect(await listListened(viewer, interviewId)).toEqual(heard)
})

test('a long recording heard in pieces is kept in few of them', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ duration: null })
  for (let hour = 0; hour < 3; hour++) {
    const pieces = Array.from({ length: 1_000 }, (_, index) => ({
      start: hour * 3_600 + index * 2,
      end: hour * 3_600 + index * 2 + 1,
    }))
    await recordListening(viewer, id, pieces)
  }
  expect(await listListened(viewer, id)).toHaveLength(MOST_SPANS)
})
