import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createStoreInOrder } from './store-in-order'

/** Pages that are stored when the test says so, and what has happened. */
function givenPages() {
  const told: string[] = []
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()
  const { add, end } = createStoreInOrder()
  return {
    told,
    end,
    add: (name: string) =>
      add(
        () => {
          told.push(`began ${name}`)
          return new Promise<void>((resolve, reject) => ends.set(name, { resolve, reject }))
        },
        async () => void told.push(`stored ${name}`),
      ),
    resolve: (name: string) => ends.get(name)?.resolve(),
    reject: (name: string, error: Error) => ends.get(name)?.reject(error),
  }
}

async function untilQuiet() {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn()
}

test('two pages are stored at once, and told in their order', async () => {
  const pages = givenPages()
  await pages.add('first')
  await pages.add('second')
  const third = pages.add('third')
  pages.resolve('second')
  await untilQuiet()
  expect(pages.told).toEqual(['began first', 'began second'])

  pages.resolve('first')
  await third
  expect(pages.told).toEqual(['began first', 'began second', 'stored first', 'began third', 'stored second'])
  pages.resolve('third')
  await pages.end()
  expect(pages.told.at(-1)).toBe('stored third')
})

test('where one fails none behind it is told or begun, and what is being stored comes to its end first', async () => {
  const pages = givenPages()
  await pages.add('first')
  await pages.add('second')
  const full = new Error('the disk is full')
  const third = pages.add('third').catch((error: unknown) => error)
  pages.reject('first', full)
  expect(await third).toBe(full)

  let isOver = false
  const ended = Promise.resolve(pages.end())
    .catch((error: unknown) => error)
    .finally(() => (isOver = true))
  await untilQuiet()
  expect(isOver).toBe(false)
  pages.resolve('second')
  expect(await ended).toBe(full)
  expect(pages.told).toEqual(['began first', 'began second'])
})

test('what fails in telling of a page is thrown', async () => {
  const { add, end } = createStoreInOrder()
  const stopped = new Error('to stop')
  await add(
    () => Promise.resolve(),
    () => Promise.reject(stopped),
  )
  await expect(end()).rejects.toBe(stopped)
})
