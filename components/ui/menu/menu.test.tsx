// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as loadedMenu from './loaded-menu'

let root: Root
/** The menu's script arrives. */
let bring: () => void
const chosen: string[] = []

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  chosen.length = 0
  // What has come once cannot be held back again.
  vi.resetModules()
  const arrival = new Promise<void>((resolve) => (bring = resolve))
  vi.doMock('./loaded-menu', async (original: () => Promise<typeof loadedMenu>) => {
    await arrival
    return original()
  })
  const { Menu } = await import('./menu')
  const choices = ['first', 'second'].map((key) => ({ key, label: key, choose: () => void chosen.push(key) }))
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    root.render(
      <Menu kind="act" className="" choices={choices}>
        More
      </Menu>,
    ),
  )
  document.querySelector('button')?.focus()
})
afterEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const click = (detail: number) =>
  act(async () => document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })))

/** As somebody does, and no script. */
async function press(key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  await act(async () => document.activeElement?.dispatchEvent(event))
}
const menu = () => document.querySelector('[role=menu]')

// As in a menu that is there: who opens it by a key has its first choice already.
test.each([
  { by: 'the keyboard', open: () => click(0), chooses: 'second' },
  { by: 'an arrow', open: () => press('ArrowDown'), chooses: 'second' },
  { by: 'a pointer', open: () => click(1), chooses: 'first' },
])('opened by $by, ArrowDown and Enter before its script has come choose the $chooses', async ({ open, chooses }) => {
  await open()
  await press('ArrowDown')
  await press('Enter')
  expect(menu()).toBeNull()
  // What is held is pressed in tasks of its own.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  bring()
  await vi.waitFor(() => expect([chosen, menu()]).toEqual([[chooses], null]))
})

test('Escape before its script has come leaves it closed', async () => {
  await click(0)
  await press('Escape')
  bring()
  await act(async () => void (await import('./loaded-menu')))
  expect([menu(), chosen]).toEqual([null, []])
})
