import { expect, test } from 'vitest'
import { assignByHand } from '../assignments/commands'
import { may } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import { findWalk } from './queries'

test('an address out of somebody’s queue leads into the queue of whom it waits for, and of nobody else', async () => {
  const team = crypto.randomUUID()
  const [me, colleague] = [
    await givenViewer({ role: 'reviewer', teams: [team] }),
    await givenViewer({ role: 'recruiter', teams: [team] }),
  ]
  const flow = await givenFlow({ teamId: team })
  const { id } = await givenInterview({ teamId: team, flowId: flow.id })
  const other = await givenInterview({ teamId: team, flowId: flow.id })
  if (!may(colleague, 'assignment.manage')) throw new Error('the recruiter may not')
  await assignByHand(colleague, { interviewIds: [id], memberIds: [me.memberId], dueOn: null })
  await assignByHand(colleague, { interviewIds: [other.id], memberIds: [colleague.memberId], dueOn: null })
  const byAddress = { saysQueue: true, isDocument: true, filter: EVERYTHING }

  await expect(findWalk(me, id, byAddress)).resolves.toMatchObject({
    ...{ isInQueue: true, neighbours: { position: 1, total: 1 } },
  })
  await expect(findWalk(colleague, id, byAddress)).resolves.toMatchObject({
    ...{ isInQueue: false, neighbours: { total: 2 } },
  })
  // Who comes back to what they have voted on is in their queue still.
  await expect(findWalk(colleague, id, { ...byAddress, isDocument: false })).resolves.toMatchObject({
    ...{ isInQueue: true, neighbours: { position: 0, next: other.id, total: 1 } },
  })
  await expect(findWalk(me, id, { ...byAddress, saysQueue: false })).resolves.toMatchObject({
    ...{ isInQueue: false, neighbours: { total: 2 } },
  })
})
