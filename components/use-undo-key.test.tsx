// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { useUndoKey } from './use-undo-key'

afterEach(() => vi.unstubAllGlobals())

type Part = { name: string; doneAt: number | null }

function Undoing({ doneAt, undo }: { doneAt: number | null; undo: () => void }) {
  useUndoKey(doneAt, undo)
  return null
}

function pressZ(): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', cancelable: true })
  window.dispatchEvent(event)
  return event
}

test('Z takes back what was done last, whichever part hears it first, then what was done before, and then nothing', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const undone: string[] = []
  const root = createRoot(document.createElement('main'))
  const draw = (parts: Part[]) =>
    act(async () =>
      root.render(
        parts.map(({ name, doneAt }) => <Undoing key={name} doneAt={doneAt} undo={() => undone.push(name)} />),
      ),
    )
  await draw([
    { name: 'status', doneAt: 100 },
    { name: 'rating', doneAt: 200 },
  ])
  pressZ()
  expect(undone).toEqual(['rating'])
  await draw([
    { name: 'status', doneAt: 100 },
    { name: 'rating', doneAt: 50 },
  ])
  pressZ()
  expect(undone).toEqual(['rating', 'status'])
  await draw([{ name: 'rating', doneAt: 50 }])
  expect(pressZ().defaultPrevented).toBe(true)
  expect(undone).toEqual(['rating', 'status', 'rating'])
  await draw([{ name: 'rating', doneAt: null }])
  expect(pressZ().defaultPrevented).toBe(false)
  expect(undone).toHaveLength(3)
  await act(async () => root.unmount())
})
