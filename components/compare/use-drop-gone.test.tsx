// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import useSWR, { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { swrKeys } from '../swr-keys'
import { useDropGone } from './use-drop-gone'

const refresh = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))

const named = (areHidden: boolean) => ({ areHidden, areHiddenByFlow: false, revealedAt: null })
const all = (...interviews: string[]) => interviews.map((interview) => ({ interview }))
const matrixOf = (areHidden: boolean, ...interviews: string[]) => ({
  flow: { names: named(areHidden) },
  questions: [],
  rows: all(...interviews),
})

const KEPT = {
  [swrKeys.matrix('flow')]: matrixOf(false, 'one', 'two'),
  [swrKeys.answers('flow', 'night')]: { names: named(false), answers: all('one', 'two') },
  [swrKeys.sideBySide('flow', ['two'])]: { flow: { names: named(false) }, finalists: all('two') },
  [swrKeys.matrix('another')]: matrixOf(false, 'two'),
}

let page: Root
let cache: Map<string, object>
let now: () => Response
beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => now())
  cache = new Map()
  now = () => Response.json(matrixOf(false, 'one', 'two'))
  page = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    page.render(
      <SWRConfig value={{ provider: () => cache, revalidateOnFocus: false }}>
        <Keeper />
      </SWRConfig>,
    ),
  )
})
afterEach(async () => {
  await act(async () => page.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  refresh.mockReset()
})

function Keeper() {
  useDropGone({ id: 'flow' })
  return Object.keys(KEPT).map((key) => <Kept key={key} named={key} />)
}

function Kept({ named: key }: { named: string }) {
  useSWR(key, null, { fallbackData: KEPT[key] })
  return null
}

/** As what a page has read is kept. */
function keep() {
  for (const [key, data] of Object.entries(KEPT)) cache.set(key, { ...cache.get(key), data })
}
const held = (key: string) => (cache.get(key) as { data: unknown }).data
const look = () => act(() => vi.advanceTimersByTimeAsync(16_000))

test('who is not to be seen any more goes from everything that was read of the flow, and nothing else changes', async () => {
  keep()
  await look()
  for (const [key, data] of Object.entries(KEPT)) expect(held(key), key).toBe(data)

  now = () => Response.json(matrixOf(false, 'one', 'three'))
  await look()
  expect(held(swrKeys.matrix('flow'))).toMatchObject({ rows: all('one') })
  expect(held(swrKeys.answers('flow', 'night'))).toMatchObject({ answers: all('one') })
  expect(held(swrKeys.sideBySide('flow', ['two']))).toMatchObject({ finalists: [] })
  expect(held(swrKeys.matrix('another'))).toBe(KEPT[swrKeys.matrix('another')])
})

test('who is only called otherwise, since names were hidden meanwhile, is not gone', async () => {
  keep()
  now = () => Response.json(matrixOf(true, 'letter-1', 'letter-2'))
  await look()
  for (const [key, data] of Object.entries(KEPT)) expect(held(key), key).toBe(data)
})

test('a flow that is not to be seen any more has the page drawn anew', async () => {
  now = () => Response.json({ code: 'flow_not_found', title: 'There is no such flow.', id: 'one' }, { status: 404 })
  await look()
  expect(refresh).toHaveBeenCalled()
})
