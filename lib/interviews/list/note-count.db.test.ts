import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { givenViewer } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import { deleteNote, writeNote } from '../../notes/commands'
import { castVote } from '../../votes/commands'
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

test('where colleagues’ notes are hidden the count is too, but for one’s own, and such a row has no place by it', async () => {
  const { id: flowId } = await givenFlow()
  await db().insert(flowSettings).values({ flowId, blindColleagues: true, blindAssessment: false })
  const [first, hidden] = [await givenInterview({ flowId }), await givenInterview({ flowId })]
  const [viewer, colleague] = [await givenViewer(), await givenViewer()]
  const draft = { parentId: null, body: 'Calm', at: null, quote: null }
  for (const by of [colleague, colleague, viewer])
    await writeNote(by, { interviewId: hidden.id, noteId: crypto.randomUUID() }, draft)
  await castVote(viewer, first.id, { vote: 'hire' })
  const listed = async (descending: boolean) => {
    const filter = { ...EVERYTHING, id: [first.id, hidden.id], sort: { key: 'notes' as const, descending } }
    return (await listInterviews(viewer, filter)).items.map(({ noteCount }) => noteCount)
  }
  const untold = { is: 'hidden', until: 'my_vote', mine: 1 }
  // Last, as what is missing is, in both directions.
  expect([await listed(true), await listed(false)]).toEqual([
    [0, untold],
    [0, untold],
  ])
  await castVote(viewer, hidden.id, { vote: 'hire' })
  expect(await listed(true)).toEqual([3, 0])
})
