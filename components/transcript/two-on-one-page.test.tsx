// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig, unstable_serialize } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { swrKeys } from '../swr-keys'
import { givenBrowser, mediaKeys, painted } from './testing/browser'
import { Instance, TEXTS, wordsOf, type Name } from './testing/instance'
import {
  click,
  currentOf,
  find,
  firstWord,
  isIn,
  mediaOf,
  press,
  pressButton,
  rootOf,
  saidOf,
  seek,
  segmentOf,
  sounding,
  use,
} from './testing/page'

const fallback = Object.fromEntries(
  (['first', 'second'] as const).map((name) => [unstable_serialize(swrKeys.words(name, '1')), wordsOf(name)]),
)

let page: Root
beforeEach(async () => {
  givenBrowser()
  page = createRoot(document.body.appendChild(document.createElement('main')))
  await draw('first', 'second')
})
afterEach(async () => {
  await act(async () => page.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function draw(...names: Name[]) {
  await act(async () =>
    page.render(
      <SWRConfig value={{ fallback }}>
        {names.map((name) => (
          <Instance key={name} name={name} />
        ))}
      </SWRConfig>,
    ),
  )
}

const BOTH = [
  ['first', 'second'],
  ['second', 'first'],
] as const

test.each(BOTH)('what is looked for in the %s is found and painted there alone', async (name, other) => {
  await find(name, 'night')
  await find(other, 'quiet')
  const nights = painted('found-words').filter((range) => /^night/i.test(range.toString()))
  expect(nights.length).toBeGreaterThan(1)
  expect(nights.every((range) => isIn(name, range))).toBe(true)
  expect(rootOf(name).textContent).toContain(`1 of ${nights.length}`)
  await find(name, '')
  expect(painted('found-words').filter((range) => isIn(name, range))).toEqual([])
  expect(painted('found-words')).toHaveLength(other === 'second' ? 1 : 0)
})

test.each(BOTH)('the word being said in the %s is painted there, and its segment is marked', async (name, other) => {
  await seek(name, 1.05)
  await seek(other, 2.05)
  expect([name, other].map(currentOf)).toEqual([['1'], ['2']])
  const [said, otherSaid] = [firstWord(TEXTS[name][1]), firstWord(TEXTS[other][2])]
  expect([name, other].map(wordsSaidIn)).toEqual([[said], [otherSaid]])
  await draw(other)
  expect(painted('spoken-word').map(String)).toEqual([otherSaid])
})

test.each(BOTH)('a click on a word of the %s plays its own recording from there', async (name, other) => {
  await click(name, 1)
  expect(sounding()).toEqual([name])
  expect([name, other].map((one) => mediaOf(one).currentTime)).toEqual([1, 0])
})

test.each(BOTH)('the %s stops when the other one begins to sound, however that is begun', async (name, other) => {
  await click(name, 1)
  await click(other, 1)
  expect(sounding()).toEqual([other])
  await act(() => mediaOf(name).play())
  expect(sounding()).toEqual([name])
})

test.each(BOTH)('keys and media keys are for the %s when it was used last', async (name, other) => {
  await press('k')
  expect(sounding()).toEqual(['first'])
  for (const used of [other, name]) {
    await use(used)
    await press('l')
    expect(mediaOf(used).currentTime).toBe(3)
    await act(() => mediaOf(used).play())
    expect(mediaKeys().metadata?.title).toBe(used)
    await act(async () => mediaKeys().press('pause'))
    expect(sounding()).toEqual([])
  }
  await press('/')
  expect(rootOf(name).contains(document.activeElement)).toBe(true)
})

test.each(BOTH)('when the one that was used last has gone, the keys are for the %s', async (name, other) => {
  await use(other)
  await draw(name)
  await press('k')
  expect(sounding()).toEqual([name])
})

test.each(BOTH)('words that are selected in the %s are offered once, as its own', async (name) => {
  await act(async () => document.getSelection()?.selectAllChildren(saidOf(name, 1)))
  await act(async () => document.dispatchEvent(new Event('selectionchange')))
  expect([...document.querySelectorAll('output')].map(({ textContent }) => textContent)).toEqual([TEXTS[name][1]])
})

test('a selection that reaches from one into the other is of neither', async () => {
  const [from, to] = [saidOf('first', 0), saidOf('second', 1)]
  await act(async () => document.getSelection()?.setBaseAndExtent(from, 0, to, 1))
  await act(async () => document.dispatchEvent(new Event('selectionchange')))
  expect(document.querySelector('[role=toolbar]')).toBe(null)
})

test.each(BOTH)(
  'the picture of the %s leaves the page in place of the other one, and comes back',
  async (name, other) => {
    await pressButton(other, 'Picture in picture')
    await pressButton(name, 'Picture in picture')
    expect(document.pictureInPictureElement).toBe(mediaOf(name))
    await pressButton(name, 'Picture in picture')
    expect(document.pictureInPictureElement).toBe(null)
  },
)

test.each(BOTH)('arrows move the focus in the %s alone', async (name, other) => {
  const [from, to] = [segmentOf(name, 0), segmentOf(name, 1)]
  await act(async () => from.focus())
  await act(async () => from.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })))
  expect(document.activeElement).toBe(to)
  expect([0, 1, 2].map((index) => segmentOf(other, index).tabIndex)).toEqual([0, -1, -1])
})

test('room is made for a player by what asks for it, and nothing else is styled anew for that', async () => {
  await draw('second')
  const styled = [...document.querySelectorAll<HTMLElement>('*')].filter(({ style }) =>
    style.getPropertyValue('--player-height'),
  )
  expect(styled).toEqual([rootOf('second').querySelector('footer')])
  expect(styled[0]?.style.getPropertyValue('--player-height')).toBe('40px')
})

test('no id stands twice on the page', () => {
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

function wordsSaidIn(name: Name): string[] {
  const words = painted('spoken-word').filter((range) => isIn(name, range))
  return words.map(String)
}
