// Must hold 42: a reply that breaks off each time costs only itself, and an outage is never taken for that.
import { expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { flows, interviews } from '../../db/schema/interviews'
import { BROKEN_REPLIES } from '../../ribbon/testing/broken-replies'
import type { Answer } from '../../ribbon/testing/stub-server'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, letTimePass, noted, ribbon } from '../testing/ribbon-lists'

// How long it is waited between two tries is the transport's own test.
vi.mock('../../ribbon/clock', async () => {
  const { givenClock } = await import('../../ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

await givenRibbon()

const idsOf = async (table: typeof interviews | typeof flows) =>
  (await db().select({ id: table.id }).from(table).orderBy(table.id)).map(({ id }) => id)
const names = (count: number) => Array.from({ length: count }, (_, at) => `int-${String(at).padStart(5, '0')}`)
const reset: Answer = (request) => request.socket.resetAndDestroy()

test.each(BROKEN_REPLIES)(
  'an interview that has left its list and whose reply %s is noted, and the others go on',
  async (_, send) => {
    ribbon.incomplete = names(3)
    expect(await pullNow()).toBe('pulled')
    ribbon.incomplete = names(1)
    ribbon.completed = ['int-00002', 'new']
    ribbon.faults.set('int-00001', { send })
    expect(await pullNow()).toBe('pulled')
    expect(await noted()).toMatchObject([{ kind: 'interview', place: 'int-00001', reason: 'cut_off' }])
    expect(await idsOf(interviews)).toContain('new')

    ribbon.faults.clear()
    await letTimePass()
    expect(await pullNow()).toBe('pulled')
    expect(await noted()).toEqual([])
  },
)

test.each(BROKEN_REPLIES)('a page with an interview whose reply %s is read around it', async (_, send) => {
  ribbon.completed = names(25)
  ribbon.faults.set('int-00007', { send })
  expect(await pullNow()).toBe('pulled')
  expect(await idsOf(interviews)).toEqual(names(25).filter((id) => id !== 'int-00007'))
  expect(await noted()).toMatchObject([{ kind: 'completed', place: '7', reason: 'cut_off' }])
})

test('a flow whose reply breaks off costs the others nothing', async () => {
  ribbon.flows = ['flow-a', 'flow-b', 'flow-c']
  ribbon.faults.set('flow-b', { send: reset })
  ribbon.completed = names(2)
  expect(await pullNow()).toBe('pulled')
  expect(await idsOf(flows)).toEqual(['flow-a', 'flow-c'])
  expect(await noted()).toMatchObject([{ kind: 'flows', place: '1', reason: 'cut_off' }])
})

test('a page that breaks off for its length is read in parts, and nothing is noted', async () => {
  ribbon.completed = names(30)
  ribbon.listFault = (_, ids) => (ids.length > 4 ? { send: reset } : undefined)
  expect(await pullNow()).toBe('pulled')
  expect(await idsOf(interviews)).toEqual(names(30))
  expect(await noted()).toEqual([])
})

test.each(['teams', 'interview-flows', 'incomplete'] as const)(
  'while the list of %s breaks off everywhere, the others are read, and the pull has failed',
  async (list) => {
    ribbon.flows = ['flow-a']
    ribbon.completed = names(3)
    ribbon.listFault = (asked) => (asked === list ? { send: reset } : undefined)
    expect(await pullNow()).toBe('failed')
    expect(await idsOf(interviews)).toEqual(names(3))
    expect(await noted()).toEqual([])
  },
)

test('when nothing else is answered either, the pull ends, and nothing is noted', async () => {
  ribbon.incomplete = names(3)
  expect(await pullNow()).toBe('pulled')
  ribbon.incomplete = names(1)
  ribbon.isWell = false
  ribbon.faults.set('int-00001', { send: reset })
  ribbon.faults.set('int-00002', { send: reset })
  expect(await pullNow()).toBe('failed')
  expect(await noted()).toEqual([])
})

test('an outage that begins after one item was skipped marks no other', async () => {
  ribbon.completed = names(100)
  ribbon.faults.set('int-00007', { send: reset })
  let isOver = false
  ribbon.listFault = (_, ids) => {
    isOver ||= ids.includes('int-00040')
    return isOver ? { send: reset } : undefined
  }
  expect(await pullNow()).toBe('failed')
  expect(await noted()).toMatchObject([{ place: '7' }])
  expect(await idsOf(interviews)).toEqual(names(40).filter((id) => id !== 'int-00007'))
})
