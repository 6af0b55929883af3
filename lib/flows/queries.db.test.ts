import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { hideNames, writeAnchors } from '../compare/commands'
import { findQuestions } from '../compare/queries'
import { everyRow } from '../db/testing/every-row'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import { listInterviews } from '../interviews/list/queries'
import { setDeclineReasons } from '../status/commands'
import { questionKey } from '../transcript/question-key'
import { setBlindness } from './commands'
import { findFlowBlindness, listFlows } from './queries'

const idsOf = (flows: { id: string }[]) => flows.map(({ id }) => id)
const idsSeen = async (viewer: Viewer) => idsOf((await listInterviews(viewer, EVERYTHING)).items)

test('a member sees their teams’ flows and none of another team', async () => {
  const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()]
  const [our, their] = [await givenFlow({ teamId: ours }), await givenFlow({ teamId: theirs })]

  expect(idsOf(await listFlows(await givenViewer({ teams: [ours] })))).toEqual([our.id])
  expect(idsOf(await listFlows(await givenViewer({ teams: [] })))).toEqual([])
  expect(idsOf(await listFlows(await givenViewer()))).toEqual(expect.arrayContaining([our.id, their.id]))
})

test('a flow without a team is seen by who sees one of its interviews', async () => {
  const teamId = crypto.randomUUID()
  const flow = await givenFlow({ teamId: null })
  await givenInterview({ teamId, flowId: flow.id })

  expect(idsOf(await listFlows(await givenViewer({ teams: [teamId] })))).toEqual([flow.id])
  expect(idsOf(await listFlows(await givenViewer({ teams: [crypto.randomUUID()] })))).toEqual([])
})

test('flows come in the order in which people sort their titles, whatever the database’s language', async () => {
  const teamId = crypto.randomUUID()
  const sorted = ['accounting', 'Baker', 'Émile', 'Übersetzer', 'zebra', 'Zoo']
  for (const title of sorted.toReversed()) await givenFlow({ teamId, title })
  const flows = await listFlows(await givenViewer({ teams: [teamId] }))
  expect(flows.map(({ title }) => title)).toEqual(sorted)
})

test('a flow is seen by who was given it, and by who was given one interview of it, and their team with it', async () => {
  const teamId = crypto.randomUUID()
  const flow = await givenFlow({ teamId })
  const [one, other] = [
    await givenInterview({ teamId, flowId: flow.id }),
    await givenInterview({ teamId, flowId: flow.id }),
  ]

  const ofFlow = await givenViewer({ flows: [flow.id] })
  expect(idsOf(await listFlows(ofFlow))).toEqual([flow.id])
  expect((await idsSeen(ofFlow)).toSorted()).toEqual([one.id, other.id].toSorted())
  const ofOne = await givenViewer({ interviews: [one.id] })
  expect(idsOf(await listFlows(ofOne))).toEqual([flow.id])
  expect(await idsSeen(ofOne)).toEqual([one.id])
  expect(await findFlowBlindness(ofOne, flow.id)).toEqual(expect.objectContaining({ colleagues: expect.any(Boolean) }))
})

test('of two that each set another switch of a flow neither undoes what the other did', async () => {
  const lead = whoMay(await givenViewer(), 'blindness.set')
  for (let turn = 0; turn < 5; turn++) {
    const { id } = await givenFlow({ teamId: crypto.randomUUID() })
    await setBlindness(lead, id, { colleagues: false, assessment: false })
    await Promise.all([setBlindness(lead, id, { colleagues: true }), setBlindness(lead, id, { assessment: true })])
    await expect(findFlowBlindness(lead, id)).resolves.toEqual({ colleagues: true, assessment: true })
  }
})

test('what holds for a whole flow is set by who sees it as a whole, and by who sees some of it not', async () => {
  const teamId = crypto.randomUUID()
  const flow = await givenFlow({ teamId, questions: ['Why nights?'] })
  const { id } = await givenInterview({ teamId, flowId: flow.id })
  const key = questionKey('Why nights?')
  const blind = { colleagues: true, assessment: true }
  const scale = { one: 'Blames', three: null, five: null, replaces: null }
  const settings = (of: Viewer) => [
    () => setBlindness(whoMay(of, 'blindness.set'), flow.id, blind),
    () => setDeclineReasons(whoMay(of, 'status.set'), flow.id, { reasons: ['No nights'] }),
    () => hideNames(whoMay(of, 'names.hide'), flow.id, true),
    () => writeAnchors(whoMay(of, 'anchors.write'), { flowId: flow.id, key }, scale),
  ]
  const before = await everyRow()
  for (const set of settings(await givenViewer({ interviews: [id] })))
    await expect(set()).rejects.toMatchObject({ code: 'flow_in_part' })
  const untouched = { but: ['members', 'member_interviews', 'sessions'] }
  expect(await everyRow(untouched)).toEqual(without(before, untouched.but))
  for (const set of settings(await givenViewer({ teams: [crypto.randomUUID()] })))
    await expect(set()).rejects.toMatchObject({ code: 'flow_not_found' })
  for (const whole of [{ teams: [teamId] }, { flows: [flow.id] }, {}])
    for (const set of settings(await givenViewer(whole))) await expect(set()).resolves.not.toThrow()
})

test('of a flow of which somebody sees one interview they know no question but those that it was asked', async () => {
  const teamId = crypto.randomUUID()
  const flow = await givenFlow({ teamId, questions: ['Why nights?', 'Why here?'] })
  const questions = [{ text: 'Why nights?', segments: [0], start: 0, end: 2 }]
  const { id } = await givenInterview({ teamId, flowId: flow.id, questions })
  const told = async (viewer: Viewer) => (await findQuestions(viewer, flow.id)).questions.map(({ text }) => text)
  expect(await told(await givenViewer({ flows: [flow.id] }))).toEqual(['Why nights?', 'Why here?'])
  expect(await told(await givenViewer({ interviews: [id] }))).toEqual(['Why nights?'])
})

function without(rows: Record<string, unknown>, tables: string[]) {
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !tables.includes(table)))
}
