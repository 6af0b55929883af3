import { beforeEach, expect, test } from 'vitest'
import { NO_SCOPE } from '../auth/member-scope'
import type { May } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow } from '../db/testing/interview'
import { setDeclineReasons } from './commands'
import { USUAL_DECLINE_REASONS } from './decline-reasons'
import { listDeclineReasons } from './queries'

let teamId: string
let ada: May<'status.set'>
let mara: May<'status.set'>
beforeEach(async () => {
  teamId = crypto.randomUUID()
  ada = whoMay(await givenViewer({ teams: [teamId] }), 'status.set')
  mara = whoMay(await givenViewer({ role: 'admin' }), 'status.set')
})

test('a flow has the usual reasons to decline until it has its own, which those who see it may change', async () => {
  const flow = await givenFlow({ teamId })
  expect(await listDeclineReasons(ada, flow.id)).toEqual(USUAL_DECLINE_REASONS)
  await setDeclineReasons(mara, flow.id, { reasons: ['No nights', 'No licence'] })
  expect(await listDeclineReasons(ada, flow.id)).toEqual(['No nights', 'No licence'])
  await setDeclineReasons(ada, flow.id, { reasons: [] })
  expect(await listDeclineReasons(mara, flow.id)).toEqual(USUAL_DECLINE_REASONS)
  const lost = { ...ada, scope: NO_SCOPE }
  for (const id of [flow.id, crypto.randomUUID()]) {
    await expect(setDeclineReasons(lost, id, { reasons: ['No nights'] })).rejects.toMatchObject({
      code: 'flow_not_found',
    })
    await expect(listDeclineReasons(lost, id)).rejects.toMatchObject({ code: 'flow_not_found' })
  }
})

test('reasons that a colleague has written meanwhile are not overwritten by who did not know them', async () => {
  const flow = await givenFlow({ teamId })
  const changed = { code: 'decline_reasons_changed' }
  const [mine, theirs] = [['No nights'], ['No licence']]
  const both = await Promise.allSettled([
    setDeclineReasons(mara, flow.id, { reasons: mine, replaces: [...USUAL_DECLINE_REASONS] }),
    setDeclineReasons(ada, flow.id, { reasons: theirs, replaces: [...USUAL_DECLINE_REASONS] }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: changed })
  const [standing, other] = both[0].status === 'fulfilled' ? [mine, theirs] : [theirs, mine]
  expect(await listDeclineReasons(ada, flow.id)).toEqual(standing)
  // What stands already is no conflict: an answer may have been lost.
  await setDeclineReasons(ada, flow.id, { reasons: standing, replaces: [...USUAL_DECLINE_REASONS] })
  await setDeclineReasons(ada, flow.id, { reasons: other, replaces: standing })
  expect(await listDeclineReasons(mara, flow.id)).toEqual(other)
})
