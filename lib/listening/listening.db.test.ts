// Must hold 4: what somebody has heard is theirs alone.
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { listeningProgress } from '../db/schema/notes'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { recordListening } from './commands'
import { MOST_SPANS } from './listening-progress'
import { listListened } from './queries'

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

test('a stranger hears nothing of it', async () => {
  const { id } = await givenInterview()
  const stranger = await givenViewer({ teams: ['team_b'] })
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  await expect(listListened(stranger, id)).rejects.toEqual(notFound)
  await expect(recordListening(stranger, id, [])).rejects.toEqual(notFound)
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
