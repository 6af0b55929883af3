import { expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { listFlows } from './queries'

const idsOf = (flows: { id: string }[]) => flows.map(({ id }) => id)

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

test('flows come in the order of their titles', async () => {
  const teamId = crypto.randomUUID()
  for (const title of ['Stocker', 'Baker', 'Driver']) await givenFlow({ teamId, title })
  const flows = await listFlows(await givenViewer({ teams: [teamId] }))
  expect(flows.map(({ title }) => title)).toEqual(['Baker', 'Driver', 'Stocker'])
})
