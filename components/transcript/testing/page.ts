import { act } from 'react'
import { givenCaret } from './browser'
import type { Name } from './instance'

export function rootOf(name: Name): HTMLElement {
  return must(document.querySelector<HTMLElement>(`main > .${name}`))
}

export function mediaOf(name: Name): HTMLMediaElement {
  return must(rootOf(name).querySelector('video'))
}

export function segmentOf(name: Name, index: number): HTMLElement {
  return must(rootOf(name).querySelector<HTMLElement>(`[data-segment="${index}"]`))
}

export function saidOf(name: Name, index: number): Element {
  return must(segmentOf(name, index).querySelector('p'))
}

function must<T>(found: T | null): T {
  if (found === null) throw new Error('It is not on the page.')
  return found
}

export function isIn(name: Name, range: Range): boolean {
  return rootOf(name).contains(range.startContainer)
}

export function currentOf(name: Name) {
  const marked = rootOf(name).querySelectorAll<HTMLElement>('[data-segment][aria-current=true]')
  return Array.from(marked, ({ dataset }) => dataset.segment)
}

export function sounding(): Name[] {
  return (['first', 'second'] as const).filter(
    (name) => document.querySelector(`main > .${name}`) && !mediaOf(name).paused,
  )
}

export function firstWord(text: string) {
  return text.split(' ')[0]
}

export async function find(name: Name, typed: string) {
  const field = must(rootOf(name).querySelector<HTMLInputElement>('input[type=text]'))
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export async function seek(name: Name, time: number) {
  await act(async () => {
    mediaOf(name).currentTime = time
  })
}

/** At the beginning of what is said there. */
export async function click(name: Name, segment: number) {
  const said = saidOf(name, segment)
  givenCaret(must(said.firstChild), 0)
  await act(async () => said.dispatchEvent(new MouseEvent('click', { bubbles: true })))
}

export async function use(name: Name) {
  await act(async () => rootOf(name).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))
}

export async function press(key: string) {
  await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
}

export async function pressButton(name: Name, label: string) {
  const button = must(rootOf(name).querySelector(`button[aria-label="${label}"]`))
  await act(async () => button.dispatchEvent(new MouseEvent('click', { bubbles: true })))
}
