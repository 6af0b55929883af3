// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RefreshOnceGone } from './refresh-once-gone'

const refresh = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))

let page: Root
let seen: string[]
const asked: string[] = []
beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({ items: seen.map((id) => ({ id })) })
  })
  page = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => page.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  refresh.mockReset()
})

const draw = (...interviewIds: string[]) =>
  act(async () =>
    page.render(
      <SWRConfig value={{ provider: () => new Map() }}>
        <RefreshOnceGone interviewIds={interviewIds} />
      </SWRConfig>,
    ),
  )
const look = () => act(() => vi.advanceTimersByTimeAsync(16_000))

test('a page is drawn anew once one of its interviews is not to be seen any more, and not again for the same ones', async () => {
  seen = ['one', 'two']
  await draw('one', 'two', 'one')
  await look()
  expect(refresh).not.toHaveBeenCalled()
  seen = ['two']
  await look()
  await look()
  expect(refresh).toHaveBeenCalledOnce()
  expect(asked[0]).toBe('/api/interviews?id=one%2Ctwo&limit=2&total=bounded')
})

test('a page without interviews asks for none', async () => {
  seen = []
  await draw()
  await look()
  expect(asked).toEqual([])
})
