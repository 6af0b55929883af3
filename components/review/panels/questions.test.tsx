// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import type { Answer } from '@/lib/transcript/answers'
import { PlaybackProvider } from '../../player/playback-context'
import { AnswersProvider } from '../answers-context'
import { Questions } from './questions'

type RowProps = { answer: Answer; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }
vi.mock('./question-row', () => ({
  QuestionRow: ({ answer, isOpen, onOpenChange }: RowProps) => (
    <button type="button" aria-expanded={isOpen} onClick={() => onOpenChange(!isOpen)}>
      {answer.text}
    </button>
  ),
}))

const answerTo = (text: string): Answer => ({
  ...{ text, key: text, scripted: true, asked: true, segments: [0], spans: [], seconds: 1, words: 2, followUps: 0 },
})
const MOMENT = { start: 0, end: null }

test('the question that is open stays so where another comes before it, and of two alike one is', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const main = document.body.appendChild(document.createElement('main'))
  const page = createRoot(main)
  const draw = (...texts: string[]) =>
    act(async () =>
      page.render(
        <PlaybackProvider duration={1} moment={MOMENT}>
          <AnswersProvider answers={texts.map((text) => answerTo(text))}>
            <Questions processing={false} sent={texts.length} />
          </AnswersProvider>
        </PlaybackProvider>,
      ),
    )
  const opened = () =>
    [...main.querySelectorAll('button')].map((button) => button.getAttribute('aria-expanded') === 'true')
  await draw('Why?', 'A night?', 'A night?')
  await act(async () => main.querySelectorAll('button')[2]?.click())
  expect(opened()).toEqual([false, false, true])
  await draw('New?', 'Why?', 'A night?', 'A night?')
  expect(opened()).toEqual([false, false, false, true])
  await act(async () => page.unmount())
  vi.unstubAllGlobals()
})
