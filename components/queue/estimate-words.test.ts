import { expect, test } from 'vitest'
import { estimateWords } from './estimate-words'
import { queueOf } from './testing/queue'

const [recorded, silent] = queueOf('a', 'b').items.map((item, index) => ({ ...item, hasRecording: index === 0 }))
if (!recorded || !silent) throw new Error('no items')
const ONE = { total: 1, items: [recorded] }

const own = (estimateSeconds: number, rate = 1) => estimateWords({ estimateSeconds, pace: 'own', ...ONE }, rate)
const speech = (estimateSeconds: number, rate = 1) => estimateWords({ estimateSeconds, pace: 'speech', ...ONE }, rate)

test('a time by one’s own pace is about, one that counts speech says so', () => {
  expect([own(38 * 60), speech(31 * 60)]).toEqual(['about 38 min', '31 min of speech'])
})

test('it is told in whole minutes and hours, and never as nothing', () => {
  expect([own(20), speech(20), own(3_600), own(7_800)]).toEqual([
    ...['under a minute', 'under a minute of speech', 'about 1 h', 'about 2 h 10 min'],
  ])
  expect(own(0)).toBeNull()
  expect(estimateWords({ estimateSeconds: 0, pace: 'own', total: 0, items: [] }, 1)).toBeNull()
})

test('whoever plays faster or slower needs less or more of their time, and speech is as long as it is', () => {
  expect([own(30 * 60, 1.5), own(30 * 60, 0.75), own(20, 2)]).toEqual([
    ...['about 20 min at 1.5×', 'about 40 min at 0.75×', 'under a minute at 2×'],
  ])
  expect(speech(30 * 60, 1.5)).toBe('30 min of speech')
})

test('what has no recording is read in the same time at any speed', () => {
  const of = (...items: (typeof recorded)[]) =>
    estimateWords({ estimateSeconds: 20 * 60, pace: 'own', total: items.length, items }, 2)
  expect([of(recorded, silent), of(silent)]).toEqual(['about 15 min at 2×', 'about 20 min'])
})
