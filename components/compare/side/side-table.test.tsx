// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { NO_SCORES } from '@/lib/assessment/scores'
import type { ComparedAnswer } from '@/lib/compare/compared'
import type { Finalist, SideBySide } from '@/lib/compare/side-by-side'
import { answerOf, namedAnswerOf } from '../testing/answer'
import { asked, drawOnPage, NAMES, press, sounding, withComparePage } from '../testing/stage'
import { SideTable } from './side-table'

// It asks for the router of a page that Next has drawn.
vi.mock('next/link', () => ({
  default: ({ href, children }: { href: string; children: ReactNode }) => <a href={href}>{children}</a>,
}))

const QUESTION = { key: 'a night', text: 'A night?', scripted: true, asked: 3, answered: 3, rated: 0, anchors: null }
const OLD = { ...QUESTION, key: 'old', text: 'Do you drive?', scripted: false }

function finalist(answer: ComparedAnswer): Finalist {
  const { interview, alias, candidate } = answer
  return {
    ...{ interview, alias, candidate, status: 'new', invalid: null, overrides: [], invalidReason: null, notes: [] },
    assessment: { is: 'shown', scores: NO_SCORES, generalScore: null },
    votes: { mine: null, all: [] },
    answers: [answer],
  }
}

withComparePage()

const drawAll = (told: SideBySide) =>
  drawOnPage(<SideTable told={told} withAgent={false} onListen={() => {}} onRemove={() => {}} />)

const flow = { id: 'flow', title: 'Nights', language: 'en', isWhole: true, names: NAMES }
const draw = (...answers: ComparedAnswer[]) =>
  drawAll({ flow, questions: [QUESTION], withoutTranscript: 0, finalists: answers.map((one) => finalist(one)) })

const open = () => document.querySelector('td[aria-current=true]')
const sound = () => open()?.querySelector<HTMLMediaElement>('audio')

/** The one in the middle sounds, and was heard so far, in seconds. */
async function hearB(time: number) {
  await draw(answerOf('A'), answerOf('B'), answerOf('C'))
  const button = document.querySelector<HTMLElement>('button[aria-label^="Play the answer of Candidate B"]')
  await act(async () => button?.click())
  expect(sounding()).toHaveLength(1)
  await act(async () => Object.assign(sound() ?? {}, { currentTime: time }))
}

test('who is left out, or comes before them, takes the open answer from nobody, and it plays on', async () => {
  await hearB(1)
  await draw(answerOf('B'), answerOf('C'))
  expect(open()?.textContent).toContain('It rained on B.')
  expect([sound()?.paused, sound()?.currentTime]).toEqual([false, 1])
  await draw(answerOf('0'), answerOf('A'), answerOf('B'))
  expect(open()?.textContent).toContain('It rained on B.')
  expect([sound()?.paused, sound()?.currentTime]).toEqual([false, 1])
})

test('a question that comes before the open one leaves it open', async () => {
  await hearB(1)
  const finalists = [answerOf('A'), answerOf('B')].map((one) => ({
    ...finalist(one),
    answers: [{ ...answerOf('old'), interview: one.interview }, one],
  }))
  await drawAll({ flow, questions: [OLD, QUESTION], withoutTranscript: 0, finalists })
  expect(open()?.textContent).toContain('It rained on B.')
  expect(sound()?.paused).toBe(false)
})

test('who leaves takes their open answer along: no neighbour sounds, and no key rates one', async () => {
  await hearB(1)
  await draw(answerOf('A'), answerOf('C'))
  expect([open(), sounding()]).toEqual([null, []])
  await press('4')
  expect(asked).not.toHaveBeenCalled()
  await draw(answerOf('A'), answerOf('B'), answerOf('C'))
  expect(sounding()).toEqual([])
})

test('once names come the open answer plays on from where it is', async () => {
  await hearB(1)
  await draw(namedAnswerOf('A', 'Farida'), namedAnswerOf('B', 'Ingrid'), namedAnswerOf('C', 'Wendell'))
  expect(open()?.textContent).toContain('It rained on B.')
  expect([sound()?.paused, sound()?.currentTime]).toEqual([false, 1])
})
