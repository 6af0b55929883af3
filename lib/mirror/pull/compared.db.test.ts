// Must hold 32: what an admin is told of a comparison is what was compared.
import { expect, test } from 'vitest'
import { findList } from '../lists/state'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, ribbon } from '../testing/ribbon-lists'

await givenRibbon()

const names = (count: number) => Array.from({ length: count }, (_, at) => `int-${String(at).padStart(5, '0')}`)
const lists = () => Promise.all([findList('completed'), findList('incomplete')])

test('both lists are compared once they were read to their ends, and anew with each pull', async () => {
  ribbon.completed = names(25)
  expect(await lists()).toMatchObject([{ comparedAt: null }, { comparedAt: null }])
  await pullNow()
  const first = await lists()
  for (const { comparedAt, passedAt } of first) expect([comparedAt, passedAt]).toEqual([passedAt, comparedAt])
  expect(first).not.toContainEqual(expect.objectContaining({ comparedAt: null }))
  await pullNow()
  const [again] = await lists()
  expect(Date.parse(again.comparedAt ?? '')).toBeGreaterThan(Date.parse(first[0].comparedAt ?? ''))
})

test('a list that ended without its end, as of a server that knows no offset, was read and not compared', async () => {
  ribbon.completed = Array.from({ length: 6 }, () => names(10)).flat()
  await pullNow()
  const [completed] = await lists()
  expect(completed).toMatchObject({ passedAt: expect.any(String), comparedAt: null, nextOffset: 0 })
})

test('how long a list is about is asked during a long first reading, and of a short one never', async () => {
  ribbon.completed = names(620)
  ribbon.incomplete = names(45)
  await pullNow()
  const [completed, incomplete] = await lists()
  expect(Math.abs((completed.about ?? 0) - 620)).toBeLessThanOrEqual(62)
  expect(completed.seen).toBe(620)
  expect(incomplete).toMatchObject({ about: null, seen: 45 })
})
