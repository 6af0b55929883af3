// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectivity } from '../connectivity'
import { unopened } from './unopened'
import { UnopenedNotice } from './unopened-notice'
import { useOpened } from './use-loaded'

let root: Root
let isReachable = false
const load = async () => {
  if (!isReachable) throw new Error('Failed to fetch dynamically imported module')
  return Dialog
}
const Dialog = () => <p>The dialog</p>

function Opener() {
  const [open, setOpen] = useState(false)
  const [Loaded] = useOpened(load, open, () => setOpen(false))
  return (
    <>
      <button aria-expanded={open} onClick={() => setOpen(true)}>
        Open
      </button>
      {Loaded && open && <Loaded />}
      <UnopenedNotice />
    </>
  )
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  isReachable = false
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<Opener />))
})
afterEach(async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  await act(async () => {
    connectivity.answered(new Response(), connectivity.get())
    unopened.close()
    root.unmount()
  })
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const says = () => document.querySelector('main')?.textContent ?? ''
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())

test.each([
  [false, 'You are offline. Press it again when you are back.'],
  [true, 'Debrief is not answering. Press it again once it does.'],
])(
  'what is pressed and cannot be fetched stays closed, and says so until it can (network: %s)',
  async (onLine, why) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine)
    await act(async () => connectivity.unanswered())
    await press('Open')
    expect(says()).toContain(why)
    expect(document.querySelector('[aria-expanded]')?.ariaExpanded ?? 'false').toBe('false')
    isReachable = true
    await act(async () => connectivity.answered(new Response(), connectivity.get()))
    expect(says()).toBe('Open')
    await press('Open')
    expect(says()).toBe('OpenThe dialog')
  },
)

test('a part that the server has no more says so too, and the sentence can be closed', async () => {
  await press('Open')
  expect(says()).toContain('That could not be loaded. Press it again, or load the page anew.')
  await press('Close')
  expect(says()).toBe('Open')
})
