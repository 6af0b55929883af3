import { expect, test, vi } from 'vitest'
import { InterviewStore } from './interview-store'
import { SyntheticInterviews } from './synthetic/catalogue'
import { syntheticHouse } from './synthetic/house'

const FILTER = { status: 'completed', teamId: null } as const

test('of a long list only the interview that is being read is ever written', () => {
  const synthetic = new SyntheticInterviews({ count: 300, seed: 1, flows: syntheticHouse().flows })
  const write = vi.spyOn(synthetic, 'find')
  const reading = new InterviewStore(synthetic).list(FILTER, { limit: 300, offset: 0 })
  expect(write).not.toHaveBeenCalled()
  for (const expected of [1, 2, 3]) {
    reading.next()
    expect(write).toHaveBeenCalledTimes(expected)
  }
})

test('an interview that was read is written anew the next time', () => {
  const synthetic = new SyntheticInterviews({ count: 10, seed: 1, flows: syntheticHouse().flows })
  const store = new InterviewStore(synthetic)
  const [id = ''] = synthetic.headings().map((heading) => heading.id)
  expect(store.find(id)).not.toBe(store.find(id))
  expect(store.find(id)).toEqual(store.find(id))
})
