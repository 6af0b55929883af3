// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { startList, type LoadedList } from '../table/loaded-list'
import { usePicking } from './use-picking'

vi.mock('../../status/status-context', () => ({ useStatuses: () => ({ maySet: true }) }))

const ALL = 100

let root: Root
let picking: ReturnType<typeof usePicking>
const loadMore = vi.fn<(limit: number) => void>()
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  loadMore.mockClear()
  root = createRoot(document.createElement('main'))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

function listOf(rows: number): LoadedList {
  const items = Array.from({ length: rows }, (_, index) => interviewRowWith({ id: `${index}` }))
  const nextCursor = rows < ALL ? 'more' : null
  return startList('', { items, moments: {}, reasons: {}, attempts: {}, total: ALL, nextCursor, asOf: 'then' })
}

type Shown = { list: LoadedList; isReading?: boolean; hasFailed?: boolean }

function Rows({ list, isReading = false, hasFailed = false }: Shown) {
  const picked = usePicking({ list, search: '', isReading, hasFailed, loadMore })
  useEffect(() => {
    picking = picked
  })
  return null
}

const draw = (shown: Shown) => act(async () => root.render(<Rows {...shown} />))
const ticked = () => picking.selection?.ids().size

test('all that match are ticked once they are there', async () => {
  await draw({ list: listOf(50) })
  await act(async () => picking.selectAll())
  expect(loadMore).toHaveBeenCalledExactlyOnceWith(50)
  await draw({ list: listOf(50), isReading: true })
  expect(ticked()).toBe(0)
  await draw({ list: listOf(ALL) })
  expect(ticked()).toBe(ALL)
})

test('who clears while they are read has none ticked afterwards', async () => {
  await draw({ list: listOf(50) })
  await act(async () => picking.selectAll())
  await draw({ list: listOf(50), isReading: true })
  await act(async () => picking.clear())
  await draw({ list: listOf(ALL) })
  expect(ticked()).toBe(0)
})

test('where reading them fails they are asked for once, until somebody wants them again', async () => {
  await draw({ list: listOf(50) })
  await act(async () => picking.selectAll())
  await draw({ list: listOf(50), isReading: true })
  for (let drawn = 0; drawn < 3; drawn++) await draw({ list: listOf(50), hasFailed: true })
  expect(loadMore).toHaveBeenCalledTimes(1)

  await act(async () => picking.selectAll())
  await draw({ list: listOf(50), hasFailed: true, isReading: true })
  await draw({ list: listOf(ALL) })
  expect([loadMore.mock.calls.length, ticked()]).toEqual([2, ALL])
})
