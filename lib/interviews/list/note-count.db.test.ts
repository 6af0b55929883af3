import { expect, test } from 'vitest'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { deleteNote, writeNote } from '../../notes/commands'
import { EVERYTHING } from './filter'
import { listInterviews } from './queries'

test('a row counts the notes that stand, replies among them, whoever wrote them', async () => {
  const { id: interviewId } = await givenInterview()
  const [viewer, colleague] = [await givenViewer(), await givenViewer()]
  const draft = { parentId: null, body: 'Calm', at: null, quote: null }
  const [first, second, reply] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const count = async () => (await listInterviews(viewer, { ...EVERYTHING, id: [interviewId] })).items[0]?.noteCount
  expect(await count()).toBe(0)
  await writeNote(viewer, { interviewId, noteId: first }, draft)
  await writeNote(colleague, { interviewId, noteId: second }, draft)
  await writeNote(viewer, { interviewId, noteId: reply }, { ...draft, parentId: second })
  expect(await count()).toBe(3)
  await writeNote(viewer, { interviewId, noteId: first }, { ...draft, body: 'Calmer' })
  expect(await count()).toBe(3)
  // Its row stays for its reply.
  await deleteNote(colleague, { interviewId, noteId: second })
  expect(await count()).toBe(2)
})
