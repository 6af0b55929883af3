import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LeftOutQuestions } from './left-out-questions'

const question = { key: 'a', text: 'A?', scripted: false, asked: 1, answered: 1, rated: 0 }

test('it is said how many questions that the script lacks are shown, and how many are not', () => {
  const questions = [{ ...question, scripted: true }, question, { ...question, key: 'b' }]
  const textOf = (count: number) =>
    renderToStaticMarkup(<LeftOutQuestions count={count} questions={questions} />).replaceAll(/<[^>]*>/g, '')
  expect(textOf(9)).toBe(
    'Of the questions that are not in today’s script, the 2 that were asked most are here and 9 others are not. Each candidate’s page has all of theirs.',
  )
  expect(textOf(1)).toContain('and 1 other is not.')
})
