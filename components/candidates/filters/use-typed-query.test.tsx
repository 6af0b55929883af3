// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTypedQuery } from './use-typed-query'

const searched: string[] = []
let box: ReturnType<typeof useTypedQuery>
let root: Root
/** Milliseconds on the browser's clock. */
let at: number

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  searched.length = 0
  at = 0
  root = createRoot(document.createElement('main'))
  await name('')
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Box({ query, isAnswered }: { query: string; isAnswered: boolean }) {
  const typing = useTypedQuery({ query, isAnswered, onSearch: (text) => void searched.push(text) })
  useEffect(() => {
    box = typing
  })
  return null
}

/** The address names this, and its list has been read. */
const name = (query: string, isAnswered = true) =>
  act(async () => root.render(<Box query={query} isAnswered={isAnswered} />))

const pass = (ms: number) => {
  at += ms
  return act(async () => vi.advanceTimersByTime(ms))
}

/** Each letter so many milliseconds after the one before. */
async function type(letters: string, eachMs = 90) {
  for (const letter of letters) {
    await pass(eachMs)
    await act(async () => box.type(box.typed + letter, at))
  }
}

test('what is typed is searched for at once', async () => {
  await type('ni')
  await pass(0)
  expect(searched).toEqual(['ni'])
  await name('ni')
  await type('g')
  await pass(0)
  expect(searched).toEqual(['ni', 'nig'])
})

test('of what is typed while a search is on its way the last is searched for once it is answered', async () => {
  await type('ni')
  await pass(0)
  await name('ni', false)
  await type('ght')
  expect(searched).toEqual(['ni'])
  await name('ni')
  await pass(0)
  expect(searched).toEqual(['ni', 'night'])
  expect(box.typed).toBe('night')
})

test('where there is no answer, what is typed by then is searched for a second later', async () => {
  await type('ni')
  await pass(0)
  await name('ni', false)
  await type('ght')
  await pass(999)
  expect(searched).toEqual(['ni'])
  await pass(1)
  expect(searched).toEqual(['ni', 'night'])
})

test('a word of one letter waits for the next, and so do letters that follow each other faster than anybody types', async () => {
  await type('night', 30)
  await pass(59)
  expect(searched).toEqual([])
  await pass(1)
  expect(searched).toEqual(['night'])
  await name('night')
  await type(' a')
  await pass(199)
  expect(searched).toEqual(['night'])
  await pass(1)
  expect(searched).toEqual(['night', 'night a'])
})

test('whoever leaves the box has searched for what stands there, once', async () => {
  await type('night ', 30)
  await act(async () => box.searchNow())
  await act(async () => box.searchNow())
  await pass(1_000)
  expect(searched).toEqual(['night'])
  await name('night')
  expect(box.typed).toBe('night ')
})

test('what changes the address besides stands in the box, and is not searched for again', async () => {
  await type('night')
  await pass(0)
  for (const query of ['night', '', 'night']) {
    searched.length = 0
    await name(query)
    await pass(1_000)
    expect(box.typed).toBe(query)
    expect(searched).toEqual([])
  }
})
