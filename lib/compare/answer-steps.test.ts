import { expect, test } from 'vitest'
import { firstToOpen, LINES_IN_SIGHT, nextToOpen, sightOf } from './answer-steps'
import type { AnswerState } from './compared'

const one = (state: AnswerState = 'answered', rating: number | null = null) => ({ state, rating })

test('the first that is not rated is opened, else the first that there is something of', () => {
  expect(firstToOpen([one('not_asked'), one('answered', 3), one('cut_off')])).toBe(2)
  expect(firstToOpen([one('not_asked'), one('answered', 3)])).toBe(1)
  expect(firstToOpen([one('not_asked')])).toBe(0)
  expect(firstToOpen([])).toBe(0)
})

test('a step goes over what there is nothing of, and no further than the list', () => {
  const answers = [one(), one('not_answered'), one('cut_off')]
  expect(nextToOpen(answers, 0, 1)).toBe(2)
  expect(nextToOpen(answers, 2, -1)).toBe(0)
  expect(nextToOpen(answers, 2, 1)).toBeUndefined()
})

test('in sight are the first lines, the one that opens and the next one', () => {
  const answers = Array.from({ length: 100 }, (_, index) =>
    one(index === 61 ? 'not_asked' : 'answered', index < 60 ? 4 : null),
  )
  const isInSight = sightOf(answers)
  const seen = answers.flatMap((_, index) => (isInSight(index) ? [index] : []))
  expect(seen).toEqual([...Array.from({ length: LINES_IN_SIGHT }, (_, index) => index), 60, 62])
})
