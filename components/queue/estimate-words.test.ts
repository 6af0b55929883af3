import { expect, test } from 'vitest'
import { estimateWords } from './estimate-words'

const own = (estimateSeconds: number) => estimateWords({ estimateSeconds, pace: 'own', total: 1 })
const speech = (estimateSeconds: number) => estimateWords({ estimateSeconds, pace: 'speech', total: 1 })

test('a time by one’s own pace is about, one that counts speech says so', () => {
  expect([own(38 * 60), speech(31 * 60)]).toEqual(['about 38 min', '31 min of speech'])
})

test('it is told in whole minutes and hours, and never as nothing', () => {
  expect([own(20), speech(20), own(3_600), own(7_800)]).toEqual([
    ...['under a minute', 'under a minute of speech', 'about 1 h', 'about 2 h 10 min'],
  ])
  expect(own(0)).toBeNull()
  expect(estimateWords({ estimateSeconds: 0, pace: 'own', total: 0 })).toBeNull()
})
