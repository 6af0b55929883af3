import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUSES, type Status } from '@/lib/interviews/status'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { groupByStatus } from './by-status'

const pageOf = (rows: [string, Status][]) => ({
  items: rows.map(([id, status]) => interviewRowWith({ id, status })),
  ...{ moments: {}, reasons: {}, attempts: {} },
})
const idsIn = (groups: ReturnType<typeof groupByStatus>) =>
  groups.map(({ status, parts }) => [status, parts.flatMap(({ page }) => page.items.map(({ id }) => id))])
const asRead = ({ status }: { status: Status }) => status

test('what has been read stands below the statuses that were reached, and all six have a head once everything has', () => {
  const pages = [
    pageOf([
      ['one', 'new'],
      ['two', 'shortlisted'],
    ]),
    pageOf([['three', 'shortlisted']]),
  ]
  const list = { pages, ordinals: ['1 1', '2'], descending: false, statusOf: asRead }
  const reached = [
    ['new', ['one']],
    ['in_review', []],
    ['shortlisted', ['two', 'three']],
  ]
  expect(idsIn(groupByStatus({ ...list, isWhole: false }))).toEqual(reached)
  const whole = groupByStatus({ ...list, isWhole: true })
  expect(whole.map(({ status }) => status)).toEqual(STATUSES)
  expect(whole[2]?.parts.map(({ ordinals }) => ordinals)).toEqual(['1', '2'])
  expect(groupByStatus({ ...list, isWhole: true, descending: true })[0]?.status).toBe('declined')
})

test('a row that is changed moves below its new status, and stays where that has not been reached', () => {
  const pages = [
    pageOf([
      ['one', 'new'],
      ['two', 'new'],
      ['three', 'shortlisted'],
    ]),
  ]
  const now: Record<string, Status> = { one: 'shortlisted', two: 'declined' }
  const list = {
    ...{ pages, ordinals: ['1 1 1'], descending: false },
    statusOf: ({ id, status }: { id: string; status: Status }) => now[id] ?? status,
  }
  expect(idsIn(groupByStatus({ ...list, isWhole: false }))).toEqual([
    ['new', ['two']],
    ['in_review', []],
    ['shortlisted', ['one', 'three']],
  ])
  expect(idsIn(groupByStatus({ ...list, isWhole: true })).at(-1)).toEqual(['declined', ['two']])
})

test('no row is lost and none is there twice, however many change', () => {
  const status = fc.constantFrom(...STATUSES)
  const lists = fc.array(fc.array(fc.tuple(status, status), { maxLength: 5 }), { maxLength: 4 })
  fc.assert(
    fc.property(lists, fc.boolean(), fc.boolean(), (drawn, descending, isWhole) => {
      const now = new Map<string, Status>()
      const pages = drawn.map((rows, page) =>
        pageOf(
          rows.map(([stored, changed], at) => {
            const id = `${page} ${at}`
            now.set(id, changed)
            return [id, stored]
          }),
        ),
      )
      const ordinals = drawn.map((rows) => rows.map(() => '1').join(' '))
      const statusOf = ({ id }: { id: string }) => now.get(id) ?? 'new'
      const groups = groupByStatus({ pages, ordinals, descending, isWhole, statusOf })
      const ids = groups.flatMap(({ parts }) => parts.flatMap(({ page }) => page.items.map(({ id }) => id)))
      expect(ids.toSorted()).toEqual([...now.keys()].toSorted())
    }),
  )
})
