// Must hold 4: what somebody has heard is theirs alone.
import { expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { recordHeard } from './commands'
import { listHeard } from './queries'

test('what is heard adds up, also when two tabs tell it at once, and nobody else sees it', async () => {
  const { id } = await givenInterview()
  const [viewer, colleague] = [await givenViewer(), await givenViewer()]
  expect(await listHeard(viewer, id)).toEqual([])
  const parts = Array.from({ length: 10 }, (_, index) => ({ start: index * 10, end: index * 10 + 5 }))
  await Promise.all(parts.map((part) => recordHeard(viewer, id, [part])))
  expect(await listHeard(viewer, id)).toEqual(parts)
  expect(await recordHeard(viewer, id, [{ start: 0, end: 100 }])).toEqual([{ start: 0, end: 100 }])
  expect(await listHeard(colleague, id)).toEqual([])
})

test('a stranger hears nothing of it', async () => {
  const { id } = await givenInterview()
  const stranger = await givenViewer({ teams: ['team_b'] })
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  await expect(listHeard(stranger, id)).rejects.toEqual(notFound)
  await expect(recordHeard(stranger, id, [])).rejects.toEqual(notFound)
})
