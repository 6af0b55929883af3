import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Window } from './fetch-around'
import { readPages } from './pages'

type Item = { id: string }

const itemsOf = (ids: string) => ids.split('').map((id) => ({ id }))

const unreadableOf = (page: string) =>
  page.split('').flatMap((letter, at) => (letter === '?' ? [{ at, id: null, reason: 'wrong_shape' as const }] : []))

/** `pages` are what the server answers one after the other, a letter an item, `?` an unreadable one; then it repeats the last. */
async function read(limit: number, pages: string[], most = 100) {
  const asked: Window[] = []
  const stored: Item[] = []
  const fetchPage = async (window: Window) => {
    const page = pages[Math.min(asked.push(window), pages.length) - 1] ?? ''
    const items = itemsOf(page.replaceAll('?', ''))
    return { items, received: page.length, unreadable: unreadableOf(page) }
  }
  const store = async (items: Item[]) => void stored.push(...items)
  const { ids, isComplete } = await readPages({ limit, most, fetchPage, store, onPage: async () => {} })
  return {
    stored: stored.map(({ id }) => id).join(''),
    ids: [...ids].join(''),
    offsets: asked.map(({ offset }) => offset),
    isComplete,
  }
}

test('a short page is the last', async () => {
  expect(await read(3, ['abc', 'def', 'g'])).toMatchObject({ stored: 'abcdefg', offsets: [0, 3, 6], isComplete: true })
})

test('an empty page is the last', async () => {
  expect(await read(3, ['abc', ''])).toMatchObject({ stored: 'abc', offsets: [0, 3], isComplete: true })
})

test('of pages that shift while they are read each item is met once, and given with each page', async () => {
  const { ids, stored } = await read(3, ['abc', 'cde', 'cdf', 'g'])
  expect([ids, stored]).toEqual(['abcdefg', 'abccdecdfg'])
})

test('an item that a page holds twice is given once', async () => {
  expect((await read(3, ['aba', 'c'])).stored).toBe('abc')
})

test('a server that ignores the offset is not read for ever', async () => {
  const { offsets, ids, isComplete } = await read(3, ['abc'])
  expect({ ids, isComplete }).toEqual({ ids: 'abc', isComplete: false })
  expect(offsets.length, 'a few are asked for ahead').toBeLessThanOrEqual(6)
})

test('a server that ignores the offset and is unreadable is not read for ever either', async () => {
  expect(await read(3, ['???'])).toMatchObject({ stored: '', isComplete: false })
})

test('unreadable items cost neither their page nor those behind it', async () => {
  const pages = ['a?c', '???', '???', '???', '???', 'd']
  expect(await read(3, pages)).toMatchObject({ stored: 'acd', isComplete: true })
})

test('a list that is longer than the pages it may have is left where it is to be gone on with', async () => {
  const left = { stored: 'abcdef', offsets: [0, 3], isComplete: false }
  expect(await read(3, ['abc', 'def', 'g'], 2)).toMatchObject(left)
})

test('two pages are fetched, one after the other, while two are stored, and no more', async () => {
  const asked: number[] = []
  let answered = 0
  const fetchPage = async ({ offset }: Window) => {
    expect(answered, 'the one before has arrived').toBe(asked.push(offset) - 1)
    await nextTurn()
    answered += 1
    return { items: [{ id: `${offset}` }], received: 1, unreadable: [] }
  }
  const whileStored: number[][] = []
  const store = async () => {
    await untilQuiet()
    whileStored.push([...asked])
  }
  await readPages({ limit: 1, most: 5, fetchPage, store, onPage: async () => {} })
  expect(whileStored[0]).toEqual([0, 1, 2, 3])
  expect(whileStored[4], 'none beyond those that it may read').toEqual([0, 1, 2, 3, 4])
})

test('where one cannot be stored, no more are asked for', async () => {
  let asked = 0
  const fetchPage = async () => {
    asked += 1
    await nextTurn()
    return { items: [{ id: `${asked}` }], received: 1, unreadable: [] }
  }
  const full = new Error('the disk is full')
  const store = () => Promise.reject(full)
  await expect(readPages({ limit: 1, most: 100, fetchPage, store, onPage: async () => {} })).rejects.toBe(full)
  await untilQuiet()
  expect(asked).toBeLessThanOrEqual(4)
})

async function untilQuiet() {
  for (let turn = 0; turn < 10; turn += 1) await nextTurn()
}
