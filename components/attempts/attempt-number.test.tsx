import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Attempt } from '@/lib/attempts/attempt'
import { AttemptNumber } from './attempt-number'

const attempt: Attempt = {
  ...{ id: 'first', candidate: { name: 'Ingrid', email: null }, state: 'ready', invalid: null, isLinked: false },
  ...{
    votes: { is: 'hidden', mine: null, until: 'my_vote' },
    firstSeenAt: '2026-11-25T00:00:00Z',
    number: 1,
    total: 300,
  },
}

test('an attempt says its number among all, also where not all are told', () => {
  const attempts = [attempt, { ...attempt, id: 'last', number: 300 }]
  expect(renderToStaticMarkup(<AttemptNumber id="last" attempts={attempts} />)).toContain('Attempt 300 of 300')
})
