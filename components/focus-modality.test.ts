import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FocusModality } from './focus-modality'

/** As much of an element as is asked for: which selectors it answers. */
class Control extends EventTarget {
  constructor(readonly answers: (selector: string) => boolean) {
    super()
  }
  closest = (selector: string) => (this.answers(selector) ? this : null)
  matches = (selector: string) => this.answers(selector)
}
const button = new Control((selector) => selector.startsWith('button'))
const inMenu = new Control(() => true)
const text = new Control(() => false)
const ringed = new Control((selector) => selector === ':focus-visible' || selector.startsWith('button'))

class Key extends Event {
  readonly key: string
  constructor(type: string, { key }: { key: string }) {
    super(type, { cancelable: true })
    this.key = key
  }
}

let heardByPage: string[]
let hasUse: boolean
let window: EventTarget

beforeEach(() => {
  vi.stubGlobal('Element', Control)
  vi.stubGlobal('KeyboardEvent', Key)
  heardByPage = []
  hasUse = true
})
afterEach(() => vi.unstubAllGlobals())

function listen(activeElement: Control | null = null) {
  const body = new EventTarget()
  body.addEventListener('keydown', (event) => {
    heardByPage.push((event as Key).key)
    if (hasUse) event.preventDefault()
  })
  window = Object.assign(new EventTarget(), { document: { body, activeElement } })
  new FocusModality(window as never).listen()
}

/** Whether the control may still be pressed by it. */
const press = (key: string, target: Control) =>
  window.dispatchEvent(Object.defineProperty(new Key('keydown', { key }), 'target', { value: target }))
const point = () => window.dispatchEvent(new Event('pointerdown'))
const focus = (target: Control) =>
  window.dispatchEvent(Object.defineProperty(new Event('focusin'), 'target', { value: target }))

test('Space goes past what a pointer or the page gave the focus to, and other keys do not', () => {
  listen()
  focus(button)
  expect(press(' ', button)).toBe(false)
  point()
  focus(button)
  press('c', text)
  focus(button)
  expect(press(' ', button)).toBe(false)
  expect(press('Enter', button)).toBe(true)
  expect(heardByPage).toEqual([' ', ' '])
})

test('where the page has no use for Space it is the control’s', () => {
  listen()
  hasUse = false
  expect(press(' ', button)).toBe(true)
})

test.each(['Tab', 'ArrowRight', 'Home'])('a control that %s came to keeps Space until a pointer is used', (key) => {
  listen()
  point()
  press(key, text)
  focus(button)
  press('Enter', button)
  expect([press(' ', button), heardByPage]).toEqual([true, []])
  point()
  expect(press(' ', button)).toBe(false)
})

test('who gets on by keyboard in what a pointer opened presses there, and comes back as they left', () => {
  listen()
  point()
  focus(button)
  press('ArrowDown', button)
  focus(inMenu)
  expect(press(' ', inMenu)).toBe(true)
  focus(button)
  expect(press(' ', button)).toBe(false)
})

test('a control that shows its ring was reached before anybody listened', () => {
  listen(ringed)
  expect(press(' ', ringed)).toBe(true)
})
