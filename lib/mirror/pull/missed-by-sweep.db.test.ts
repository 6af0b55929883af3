// Must hold 32: what a sweep of a long list did not come to, the next one meets.
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { UNREADABLE_PAGES } from '../lists/pages'
import { findList } from '../lists/state'
import { mirrorInterview } from '../mirror'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, ribbon } from '../testing/ribbon-lists'
import { pull } from './pull'

await givenRibbon()

/** More than are read from end to end every time. */
const KNOWN = 120
const names = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)
const complete = (ids: string[]) => {
  ribbon.completed = [...ids, ...ribbon.completed]
}

const pullTwoPages = () => pull(async () => {}, { incomplete: 50, completed: 2 })

/** A list of which it is known that new ones come first. */
beforeEach(async () => {
  ribbon.completed = names(KNOWN, 'known')
  await pullNow()
  complete(['learned'])
  await pullNow()
  expect(await findList('completed')).toMatchObject({ order: 'newest_first', nextOffset: 0 })
})

async function missing(): Promise<string[]> {
  const rows = await db().select({ id: interviews.id }).from(interviews)
  const here = new Set(rows.map(({ id }) => id))
  return ribbon.completed.filter((id) => !here.has(id))
}

test('what stands behind the pages after which Ribbon failed is met by the next pull', async () => {
  complete(names(45, 'new'))
  let isOut = false
  ribbon.listFault = (_, ids) => {
    isOut ||= ids.includes('new-20')
    return isOut ? { status: 400 } : undefined
  }
  expect(await pullNow()).toBe('failed')
  expect(await missing()).toHaveLength(25)

  ribbon.listFault = () => undefined
  expect(await pullNow()).toBe('pulled')
  expect(await missing()).toEqual([])
})

test('what stands behind more pages than one pull reads is met by the next ones', async () => {
  complete(names(75, 'new'))
  const { comparedAt } = await findList('completed')
  await pullTwoPages()
  expect([(await missing()).length, (await findList('completed')).comparedAt]).toEqual([55, comparedAt])
  for (let pulls = 0; pulls < 25; pulls++) await pullTwoPages()
  expect(await missing()).toEqual([])
  expect(await findList('completed')).toMatchObject({ nextOffset: 0 })
})

test('what stands behind a page of those that were announced is met', async () => {
  complete([...names(12, 'announced'), 'missed'])
  for (const id of names(12, 'announced')) await mirrorInterview(id)
  expect(await pullNow()).toBe('pulled')
  expect(await missing()).toEqual([])
})

test('what stands behind a page of those that were known before they finished is met', async () => {
  ribbon.incomplete = names(12, 'invited')
  expect(await pullNow()).toBe('pulled')
  complete([...ribbon.incomplete, 'missed'])
  ribbon.incomplete = []
  expect(await pullNow()).toBe('pulled')
  expect(await missing()).toEqual([])
})

test('what stands behind pages of which nothing can be read is met, and those are read by so many', async () => {
  complete([...names(25, 'unreadable'), 'missed'])
  for (const id of names(25, 'unreadable')) ribbon.faults.set(id, { json: '7' })
  expect(await pullNow()).toBe('pulled')
  expect(await missing()).toEqual(names(25, 'unreadable'))

  let asked = 0
  ribbon.listFault = (list) => {
    asked += list === 'completed' ? 1 : 0
    return undefined
  }
  ribbon.completed = [...names(400, 'changed'), ...ribbon.completed]
  for (const id of ribbon.completed) ribbon.faults.set(id, { json: '7' })
  expect(await pullNow()).toBe('pulled')
  expect(asked).toBe(UNREADABLE_PAGES)
})

test('where nothing has changed one page of the list is read', async () => {
  await pullNow()
  const asked: string[][] = []
  ribbon.listFault = (list, ids) => {
    if (list === 'completed') asked.push(ids)
    return undefined
  }
  expect(await pullNow()).toBe('pulled')
  expect(asked).toEqual([ribbon.completed.slice(0, 10)])
})
