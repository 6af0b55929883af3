// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { ComparedAnswer } from '@/lib/compare/compared'
import { AnswerList } from './answer-list'
import { answerOf, namedAnswerOf } from './testing/answer'
import { asked, drawOnPage, NAMES, press, sounding, withComparePage } from './testing/stage'

const QUESTION = { key: 'a night', text: 'Tell me about a night.', scripted: true }

withComparePage()

const draw = (...answers: ComparedAnswer[]) =>
  drawOnPage(
    <AnswerList
      compared={{ question: QUESTION, anchors: null, names: NAMES, answers }}
      language="en"
      goesOn
      withAgent={false}
      onListen={() => {}}
    />,
  )

const open = () => document.querySelector('[aria-label=Answers] > [aria-current=true]')
const sound = () => open()?.querySelector<HTMLMediaElement>('audio')

/** It is played by its being opened, and was heard so far, in seconds. */
async function hearSecond(time: number) {
  await draw(answerOf('B'), answerOf('D'))
  await press(' ')
  await press('j')
  expect(open()?.textContent).toContain('It rained on D.')
  expect(sounding()).toHaveLength(1)
  await act(async () => Object.assign(sound() ?? {}, { currentTime: time }))
}

test('whoever comes above the open answer leaves it open, and it plays on', async () => {
  await hearSecond(1)
  await draw(answerOf('A'), answerOf('B'), answerOf('C'), answerOf('D'))
  expect(open()?.textContent).toContain('It rained on D.')
  expect([sound()?.paused, sound()?.currentTime]).toEqual([false, 1])
})

test('where the open answer is gone none is, nobody else sounds or is rated, and a press goes on', async () => {
  await hearSecond(1)
  await draw(answerOf('B'), answerOf('E'))
  expect(open()).toBeNull()
  expect(sounding()).toEqual([])
  await press('4')
  expect(asked).not.toHaveBeenCalled()
  const [goOn] = document.querySelectorAll('[role=status] button')
  await act(async () => goOn?.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  expect(open()?.textContent).toContain('It rained on B.')
  expect(sounding()).toEqual([])
})

test('once names come the open answer plays on from where it is, with what was left out of it', async () => {
  await hearSecond(1)
  const source = sound()?.getAttribute('src')
  await draw(namedAnswerOf('B', 'Wendell'), namedAnswerOf('D', 'Ingrid'))
  expect(open()?.textContent).toContain('Ingrid')
  expect([sound()?.paused, sound()?.currentTime, sound()?.getAttribute('src')]).toEqual([false, 1, source])
})

test('an answer that was heard begins by itself no second time, neither under a name nor once it counts again', async () => {
  await hearSecond(1)
  await press(' ')
  await draw(namedAnswerOf('B', 'Wendell'), namedAnswerOf('D', 'Ingrid'))
  expect(sounding()).toEqual([])
  await draw(answerOf('B'), answerOf('D', 'invalid'))
  await draw(answerOf('B'), answerOf('D'))
  expect(open()?.textContent).toContain('It rained on D.')
  expect(sounding()).toEqual([])
})

test('lengths stand alone in their column, and what is missing of an answer beside its words', async () => {
  await draw(answerOf('B'), answerOf('D', 'cut_off'), answerOf('E'))
  const rows = [...document.querySelectorAll('[aria-label=Answers] > li:not([aria-current]) > button')]
  expect(rows.map(({ children }) => [children[1]?.textContent, children[3]?.textContent])).toEqual([
    ['0:44', 'cut off, no recording: read itIt rained on D.'],
    ['0:44', 'It rained on E.'],
  ])
})

/** Of whom a recording is loaded. */
const loaded = () => Array.from(document.querySelectorAll('audio'), ({ src }) => /hidden\.(\w)/.exec(src)?.[1])

test('of the recordings those of the answer that is open and of the next one are loaded, and no other', async () => {
  await draw(answerOf('B'), answerOf('D'), answerOf('E'), answerOf('F'))
  expect(loaded()).toEqual(['B', 'D'])
  await press('j')
  expect(loaded()).toEqual(['D', 'E'])
})
