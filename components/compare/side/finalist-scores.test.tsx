import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_SCORES } from '@/lib/assessment/scores'
import type { Finalist } from '@/lib/compare/side-by-side'
import { FinalistScores } from './finalist-scores'

const by = { id: 'ben', email: 'ben@example.com', name: 'Ben' }
const override = { score: 'skills', reason: 'She ran it for years', by, at: '', isMine: false } as const
const plain = { invalid: null, invalidReason: null, overrides: [], votes: { mine: null, all: [] } }
const shown: Finalist['assessment'] = { is: 'shown', scores: { ...NO_SCORES, skills: 2 }, generalScore: 2 }
const hidden: Finalist['assessment'] = { is: 'hidden', until: 'my_vote' }

const textOf = (props: Partial<Parameters<typeof FinalistScores>[0]>) =>
  renderToStaticMarkup(<FinalistScores assessment={shown} {...plain} {...props} />)
    .replaceAll(/<span class="hidden print:inline">.*?<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a score that is held to be wrong says so below it, and stays', () => {
  expect(textOf({ overrides: [override] })).toContain('Skills 2.0 Ben says this is wrong : She ran it for years')
  expect(textOf({})).not.toContain('wrong')
})

test('where scores are hidden one reads which of them one held to be wrong oneself', () => {
  const text = textOf({ assessment: hidden, overrides: [{ ...override, isMine: true }] })
  expect(text).toContain('Hidden until you vote')
  expect(text).toContain('You say Skills is wrong : She ran it for years')
})

test('where what colleagues think is hidden an unmarked score is none that they agree with', () => {
  const votes: Finalist['votes'] = { mine: null, others: { is: 'hidden', until: 'my_vote' } }
  expect(textOf({ votes })).toContain('Whether colleagues hold a score to be wrong is hidden until you vote.')
  expect(textOf({})).not.toContain('Whether colleagues')
})

test('why an interview is invalid is read, or that it is hidden', () => {
  const invalid = { cause: 'other_speaker', by } as const
  expect(textOf({ invalid, invalidReason: 'Her brother answered' })).toContain(
    'Ben says this is invalid : Her brother answered',
  )
  expect(textOf({ invalid, invalidReason: { is: 'hidden', until: 'my_vote' } })).toContain(
    'Ben says this is invalid : reason hidden: votes are closed',
  )
  expect(textOf({ invalid })).not.toContain('invalid')
})
