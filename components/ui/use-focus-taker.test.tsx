// @vitest-environment happy-dom
import { act, useRef, useState, type ComponentType } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ReleaseKeys } from '../held-keys/release-keys'
import { shortcutOf } from '../key-pressed'
import { isTyping } from '../typing'
import { useKeys } from '../use-keys'
import { LoadedPopover } from './popover/loaded-popover'
import { Modal } from './modal'
import { useFocusTaker } from './use-loaded'

type PartProps = { onClose: () => void }
type Load = () => Promise<ComponentType<PartProps>>

/** What the page hears, and what the part that is opened over it. */
const below: string[] = []
const above: string[] = []
let root: Root
let bring: () => void
let fail: () => void

const Field = () => <input onKeyDown={({ key }) => above.push(key)} />

const Area = () => <textarea />

/** Of which the second is what ArrowDown leads to. */
function Choices() {
  const second = useRef<HTMLButtonElement>(null)
  useKeys((event) => event.key === 'ArrowDown' && second.current?.focus())
  return (
    <>
      <button onClick={() => above.push('first')}>First</button>
      <button ref={second} onClick={() => above.push('second')}>
        Second
      </button>
    </>
  )
}

function Sent() {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        above.push('sent')
      }}
    >
      <input />
      <button type="submit">Send</button>
    </form>
  )
}

function Letters() {
  useKeys((event) => void above.push(event.key))
  return <p>Letters</p>
}

function dialogWith(Content: ComponentType) {
  return ({ onClose }: PartProps) => (
    <Modal title="Part" titleClass="" className="" onClose={onClose}>
      <Content />
    </Modal>
  )
}

function popoverWith(Content: ComponentType) {
  return function Part({ onClose }: PartProps) {
    const anchor = useRef(null)
    return (
      <LoadedPopover anchor={anchor} label="Part" open onOpenChange={onClose}>
        <Content />
      </LoadedPopover>
    )
  }
}

function Page({ load }: { load: Load }) {
  const [open, setOpen] = useState(false)
  const [Part] = useFocusTaker(load, open, () => setOpen(false))
  useKeys((event) => {
    if (isTyping(event)) return
    if (shortcutOf(event) === 'o') setOpen(true)
    else below.push(event.key)
  })
  return Part && open && <Part onClose={() => setOpen(false)} />
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  below.length = 0
  above.length = 0
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function open(Part: ComponentType<PartProps>) {
  const load = () =>
    new Promise<ComponentType<PartProps>>((resolve, reject) => {
      bring = () => resolve(Part)
      fail = () => reject(new Error('Failed to fetch dynamically imported module'))
    })
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<Page load={load} />))
  await press('o')
}

/** As somebody does, and no script. */
async function press(...keys: (string | KeyboardEventInit)[]) {
  for (const given of keys) {
    const init = typeof given === 'string' ? { key: given } : given
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
    Object.defineProperty(event, 'isTrusted', { value: true })
    await act(async () => document.activeElement?.dispatchEvent(event))
  }
}
async function untilBrought() {
  await act(async () => bring())
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(document.activeElement?.closest('[role=dialog]') ?? null).not.toBeNull()
  })
}
const typed = () => document.querySelector('input')?.value

describe.each([
  ['dialog', dialogWith],
  ['popover', popoverWith],
])('before the script of a %s has come', (_, partWith) => {
  test('what is typed is typed into its field, and the page hears none of it', async () => {
    await open(partWith(Field))
    await press('s', 'o', 'x', 'Backspace', 'l', 'ArrowDown', 'Enter')
    expect(above).toEqual([])
    await untilBrought()
    await vi.waitFor(() => expect(typed()).toBe('sol'))
    await vi.waitFor(() => expect(above).toEqual(['s', 'o', 'x', 'Backspace', 'l', 'ArrowDown', 'Enter']))
    expect(below).toEqual([])
  })

  test('its own keys are pressed in it', async () => {
    await open(partWith(Letters))
    await press('d', 'ArrowUp')
    await untilBrought()
    await vi.waitFor(() => expect(above).toEqual(['d', 'ArrowUp']))
    expect(below).toEqual([])
  })

  test('what is pressed once it is there comes after that', async () => {
    await open(partWith(Letters))
    await press('a', 'b', 'c')
    await untilBrought()
    await press('d')
    await vi.waitFor(() => expect(above).toEqual(['a', 'b', 'c', 'd']))
  })

  test('a line that is ended is ended in its field', async () => {
    await open(partWith(Area))
    await press('a', 'Enter', 'b')
    await untilBrought()
    await vi.waitFor(() => expect(document.querySelector('textarea')?.value).toBe('a\nb'))
  })

  test('what is chosen by Enter or Space is chosen', async () => {
    await open(partWith(Choices))
    await press('ArrowDown', 'Enter', ' ')
    await untilBrought()
    await vi.waitFor(() => expect(above).toEqual(['second', 'second']))
  })

  test('what is sent by Enter is sent', async () => {
    await open(partWith(Sent))
    await press('a', 'Enter')
    await untilBrought()
    await vi.waitFor(() => expect(above).toEqual(['sent']))
    expect(typed()).toBe('a')
  })

  test('a sign is typed that is written with AltGr or Option, and no key that an input method takes', async () => {
    await open(partWith(Field))
    await press({ key: '@', ctrlKey: true, altKey: true }, { key: 'å', altKey: true }, { key: 'd', altKey: true })
    await press({ key: 'n', keyCode: 229 }, { key: 'ArrowLeft', altKey: true })
    expect(below).toEqual(['d', 'n', 'ArrowLeft'])
    await untilBrought()
    await vi.waitFor(() => expect(typed()).toBe('@å'))
  })

  test('Escape that is pressed while they are being pressed comes after them, and the page hears none of them', async () => {
    await open(partWith(Letters))
    await press('a', 'b', 'c')
    await untilBrought()
    await press('Escape', 'j')
    await vi.waitFor(() => expect(below).toEqual(['j']))
    expect(above).toEqual(['a', 'b', 'c', 'Escape'])
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  test('they wait for it though another page comes meanwhile', async () => {
    await open(partWith(Letters))
    await press('a', 'b')
    const page = createRoot(document.body.appendChild(document.createElement('main')))
    await act(async () => page.render(<ReleaseKeys />))
    await press('c')
    await untilBrought()
    await vi.waitFor(() => expect(above).toEqual(['a', 'b', 'c']))
    expect(below).toEqual([])
    await act(async () => page.unmount())
  })

  test('what was pressed means nothing once the page has its keys back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    await open(partWith(Letters))
    await press('a')
    vi.advanceTimersByTime(30_000)
    vi.useRealTimers()
    await press('j')
    expect(below).toEqual(['j'])
    await untilBrought()
    await press('b')
    await vi.waitFor(() => expect(above).toEqual(['b']))
  })

  test('Escape closes it, and what was pressed until then means nothing', async () => {
    await open(partWith(Letters))
    await press('a', 'Escape', 'j')
    await act(async () => bring())
    expect(document.querySelector('[role=dialog]')).toBeNull()
    expect([above, below]).toEqual([[], ['j']])
  })

  test('the page has its keys back where it cannot be fetched', async () => {
    await open(partWith(Letters))
    await press('a')
    await act(async () => fail())
    await press('j')
    expect([above, below]).toEqual([[], ['j']])
  })

  test('and where the page that asked for it is left', async () => {
    await open(partWith(Letters))
    await press('a')
    await act(async () => root.render(<Page key="another" load={() => new Promise(() => {})} />))
    await press('j')
    expect(below).toEqual(['j'])
  })

  test('a key that is held down since, and those of the browser, are not held', async () => {
    await open(partWith(Letters))
    await press({ key: 'o', repeat: true }, { key: 'k', ctrlKey: true }, { key: 'Tab' })
    expect(below).toEqual(['k', 'Tab'])
    await untilBrought()
    await press('d')
    await vi.waitFor(() => expect(above).toEqual(['d']))
  })
})
