// Must hold 45: an interview that moves to another team or flow is gone for those who may not see it on the next read.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, arrives, givenFlow, givenInterview } from '../../db/testing/interview'
import { listFlows } from '../../flows/queries'
import { EVERYTHING } from '../../interviews/list/filter'
import { findInterview, findWords } from '../../interviews/queries'
import { listInterviews } from '../../interviews/list/queries'
import { findRecordingUrl } from '../../recordings/queries'
import type { RibbonInterview } from '../../ribbon/interview'

const NO_TRANSCRIPT = { segments: [], words: [], duration: null, talk: null }
const NO_DATA = {
  ...{ ...NO_TRANSCRIPT, state: 'not_taken' as const, summary: null, questions: [] },
  ...{ candidate: { name: null, email: null }, recordings: { audio: null, video: null } },
}
/** What the reply that tells of the move has lost, beside what the one before it said. */
const REPLIES: Record<string, Partial<RibbonInterview>> = {
  'that is whole': {},
  'with other scores': { summary: 'She was scored anew.' },
  'without its data': NO_DATA,
  'without its transcript': NO_TRANSCRIPT,
  'without the times of its words': { words: [''], duration: null },
  'that is being processed again': { state: 'processing', summary: null },
  'without recordings': { recordings: { audio: null, video: null } },
}

async function given() {
  const [from, to] = [crypto.randomUUID(), crypto.randomUUID()]
  const flow = { from: await givenFlow({ teamId: from }), to: await givenFlow({ teamId: to }) }
  const [insider, stranger] = [await givenViewer({ teams: [from] }), await givenViewer({ teams: [to] })]
  return { from, to, flow, insider, stranger }
}
type Given = Awaited<ReturnType<typeof given>>

/** How Ribbon tells that an interview of one team is now another's: what its reply before and the one after it name. */
const MOVES: Record<string, { before: (of: Given) => Named; after: (of: Given) => Named }> = {
  'its team': {
    before: ({ from, flow }) => ({ teamId: from, flowId: flow.from.id }),
    after: ({ to, flow }) => ({ teamId: to, flowId: flow.from.id }),
  },
  'its team and flow': {
    before: ({ from, flow }) => ({ teamId: from, flowId: flow.from.id }),
    after: ({ to, flow }) => ({ teamId: to, flowId: flow.to.id }),
  },
  'its flow, naming no team': {
    before: ({ flow }) => ({ teamId: null, flowId: flow.from.id }),
    after: ({ flow }) => ({ teamId: null, flowId: flow.to.id }),
  },
  'its flow, naming no team any more': {
    before: ({ from, flow }) => ({ teamId: from, flowId: flow.from.id }),
    after: ({ flow }) => ({ teamId: null, flowId: flow.to.id }),
  },
}
type Named = Pick<RibbonInterview, 'teamId' | 'flowId'>

async function expectOnlyStrangerSees({ insider, stranger }: Given, id: string, flowId: string | null) {
  for (const [viewer, sees] of [
    [insider, false],
    [stranger, true],
  ] as const) {
    expect((await findInterview(viewer, asId(id)))?.flow.id).toBe(sees ? flowId : undefined)
    expect((await findWords(viewer, asId(id))) !== null).toBe(sees)
    expect((await listInterviews(viewer, EVERYTHING)).total).toBe(sees ? 1 : 0)
    if (flowId) {
      const ofFlow = await listInterviews(viewer, { ...EVERYTHING, flow: [flowId] })
      expect(ofFlow.total).toBe(sees ? 1 : 0)
    }
    if (!sees) expect(await findRecordingUrl(viewer, asId(id), 'audio')).toBeNull()
  }
}

describe.each(Object.entries(REPLIES))('a reply %s moves an interview at once by', (_, reply) => {
  test.each(Object.entries(MOVES))('%s', async (_name, { before, after }) => {
    const of = await given()
    const interview = await givenInterview(before(of))
    expect(await findInterview(of.stranger, interview.id)).toBeNull()
    const told = await newsAfter(interview.id, () => arrives({ ...interview, ...reply, ...after(of) }))
    await expectOnlyStrangerSees(of, interview.id, after(of).flowId)
    expect(told, 'open lists hear of it').toBe(true)

    // And back again by the very reply that was there before.
    await arrives(interview)
    expect(await findInterview(of.insider, interview.id)).toMatchObject({ flow: { id: of.flow.from.id } })
    expect(await findInterview(of.stranger, interview.id)).toBeNull()
  })
})

async function newsAfter(id: string, happens: () => Promise<void>) {
  const updatedAt = async () => (await db().select().from(interviews).where(eq(interviews.id, id)))[0]?.updatedAt
  const before = await updatedAt()
  await happens()
  return before !== (await updatedAt())
}

test('an interview that names no team moves with its flow, before it is heard of again', async () => {
  const of = await given()
  const interview = await givenInterview({ teamId: null, flowId: of.flow.from.id })
  expect(await newsAfter(interview.id, async () => void (await givenFlow({ ...of.flow.from, teamId: of.to })))).toBe(
    true,
  )
  await expectOnlyStrangerSees(of, interview.id, of.flow.from.id)
  expect((await listFlows(of.stranger)).map(({ id }) => id)).toContain(of.flow.from.id)
})

test('an interview that names its team stays there when its flow moves', async () => {
  const of = await given()
  const { id } = await givenInterview({ teamId: of.from, flowId: of.flow.from.id })
  await givenFlow({ ...of.flow.from, teamId: of.to })
  expect(await findInterview(of.insider, id)).not.toBeNull()
  expect(await findInterview(of.stranger, id)).toBeNull()
})

test('a flow that is heard of only after its interview gives it its team', async () => {
  const teamId = crypto.randomUUID()
  const flowId = crypto.randomUUID()
  const { id } = await givenInterview({ teamId: null, flowId })
  const viewer = await givenViewer({ teams: [teamId] })
  expect(await findInterview(viewer, id)).toBeNull()
  await givenFlow({ id: flowId, teamId })
  expect(await findInterview(viewer, id)).toMatchObject({ team: { id: teamId } })
})

test('a reply that has lost its flow as well leaves the interview where it is, in the team that it names', async () => {
  const of = await given()
  const interview = await givenInterview({ teamId: of.from, flowId: of.flow.from.id })
  await arrives({ ...interview, ...NO_DATA, flowId: null, teamId: null })
  expect(await findInterview(of.insider, interview.id)).toMatchObject({ flow: { id: of.flow.from.id } })
  await arrives({ ...interview, ...NO_DATA, flowId: null, teamId: of.to })
  await expectOnlyStrangerSees(of, interview.id, of.flow.from.id)
})
