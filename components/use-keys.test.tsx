// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { useKeys } from './use-keys'

afterEach(() => vi.unstubAllGlobals())

/** What a page that takes 3 and Space has heard; `j` moves through it. */
async function givenPage() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const heard: string[] = []
  const Page = () => {
    useKeys(
      (event) => {
        heard.push(event.key)
        if (event.key !== 'b') event.preventDefault()
      },
      ['j'],
    )
    return null
  }
  const root = createRoot(document.createElement('main'))
  await act(async () => root.render(<Page />))
  return { heard, leave: () => act(async () => root.unmount()) }
}

function press(key: string, repeat = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code: key, repeat, cancelable: true })
  window.dispatchEvent(event)
  return event
}

test('a key that is held is pressed once, on this page and on none that opens meanwhile; what moves goes on moving', async () => {
  const first = await givenPage()
  press('3')
  press('3', true)
  press('j')
  press('j', true)
  expect(first.heard).toEqual(['3', 'j', 'j'])
  await first.leave()

  const next = await givenPage()
  press('3', true)
  expect(next.heard).toEqual([])
  press('3')
  expect(next.heard).toEqual(['3'])
  await next.leave()
})

test('the browser has no key while it is held that was taken from it, and all others', async () => {
  const { leave } = await givenPage()
  expect(press(' ').defaultPrevented).toBe(true)
  expect(press(' ', true).defaultPrevented).toBe(true)
  expect(press('b').defaultPrevented).toBe(false)
  expect(press('b', true).defaultPrevented).toBe(false)
  await leave()
})
