// Must hold 42, of flows.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { flows } from '../../db/schema/interviews'
import { receivedFlow } from '../../ribbon/flow'
import { flow } from '../../ribbon/testing/replies'
import { takePlace } from '../store/order'
import { storeFlows } from '../store/flows'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, letTimePass, noted, ribbon } from '../testing/ribbon-lists'

await givenRibbon()

const gone = () => db().$count(flows, sql`gone_at IS NOT NULL`)
const names = (count: number, prefix = 'int') =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at).padStart(5, '0')}`)
test.each([
  ['is read again', ['flow-0', 'flow-1', 'flow-2', 'flow-3'], false],
  ['is behind the end of the list', ['flow-0', 'flow-1'], true],
  ['has left the list, which goes on', ['flow-0', 'flow-1', 'flow-3'], true],
])('a flow that could not be read is noted, and no more once it %s', async (_, later, isStill) => {
  const faults = new Map([['flow-2', { json: '7' }]])
  Object.assign(ribbon, { flows: ['flow-0', 'flow-1', 'flow-2', 'flow-3'], faults })
  await pullNow()
  expect(await noted()).toMatchObject([{ kind: 'flows', place: '2', reason: 'wrong_shape' }])
  await letTimePass()
  Object.assign(ribbon, { flows: later, faults: isStill ? faults : new Map() })
  await pullNow()
  expect(await noted()).toEqual([])
})

test('flows that are missing from a list which is suddenly empty are asked for, and are gone only when Ribbon says so', async () => {
  ribbon.flows = names(5, 'flow')
  expect(await pullNow()).toBe('pulled')
  ribbon.flows = []
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(0)
  ribbon.knowsFlows = false
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(5)
})

test('a flow that is stored after a newer list had been read without it is archived only when Ribbon says so', async () => {
  const asked = await takePlace()
  const late = { ...flow(), interview_flow_id: 'late' }
  const { flow: received } = receivedFlow.parse(late)
  expect(await pullNow()).toBe('pulled')
  await storeFlows([{ ...received, asked }])
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(0)

  ribbon.knowsFlows = false
  expect(await pullNow()).toBe('pulled')
  expect(await gone()).toBe(1)
  await storeFlows([{ ...received, asked }])
  expect(await gone(), 'the older reply comes once more').toBe(1)
})
