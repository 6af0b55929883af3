// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import useSWR, { SWRConfig } from 'swr'
import { afterEach, expect, test, vi } from 'vitest'
import { inOwnTask } from './own-task'

afterEach(() => vi.unstubAllGlobals())

test('what a page asks for as it comes alive is asked in tasks of their own, and answered', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const happened: string[] = []
  const ask = async (key: string) => {
    happened.push(`asks ${key}`)
    queueMicrotask(() => happened.push(`ends the task of ${key}`))
    return `answer to ${key}`
  }
  const Asks = ({ name }: { name: string }) => useSWR<string>(name, ask).data
  const place = document.createElement('main')
  const root = createRoot(place)
  act(() => {
    root.render(
      <SWRConfig value={{ use: [inOwnTask] }}>
        <Asks name="a" />
        <Asks name="b" />
      </SWRConfig>,
    )
  })
  expect(happened).toEqual([])
  await act(() => vi.waitFor(() => expect(place.textContent).toBe('answer to aanswer to b')))
  expect(happened).toEqual(['asks a', 'ends the task of a', 'asks b', 'ends the task of b'])
  act(() => root.unmount())
})
