import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { takePlace } from '../mirror/store/order'
import { storeTeams } from '../mirror/store/flows'
import { listTeamsAndFlows } from '../flows/queries'

const listTeams = async (viewer: Viewer) => (await listTeamsAndFlows(viewer)).teams

test('a member sees their own teams and nobody else’s', async () => {
  const [ours, theirs] = [
    { id: crypto.randomUUID(), name: 'Retail' },
    { id: crypto.randomUUID(), name: 'Office' },
  ]
  const asked = await takePlace()
  await storeTeams([
    { ...ours, asked },
    { ...theirs, asked },
  ])

  expect(await listTeams(await givenViewer({ teams: [ours.id] }))).toEqual([ours])
  expect(await listTeams(await givenViewer({ teams: [] }))).toEqual([])
  expect(await listTeams(await givenViewer())).toEqual([theirs, ours])
})

test('and the team of an interview that they see, without anything else of it', async () => {
  const [ours, theirs] = [
    { id: crypto.randomUUID(), name: 'Nights' },
    { id: crypto.randomUUID(), name: 'Days' },
  ]
  const asked = await takePlace()
  await storeTeams([ours, theirs].map((team) => ({ ...team, asked })))
  const flow = await givenFlow({ teamId: theirs.id })
  const { id } = await givenInterview({ teamId: ours.id, flowId: flow.id })
  expect(await listTeams(await givenViewer({ interviews: [id] }))).toEqual([ours])
  expect(await listTeams(await givenViewer({ flows: [flow.id] }))).toEqual([ours])
  expect(await listTeams(await givenViewer({ interviews: [] }))).toEqual([])
})
