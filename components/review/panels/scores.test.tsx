import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Interview } from '@/lib/interviews/interview'
import { NO_SCORES } from '@/lib/assessment/scores'
import { evidenceOf, speechFiguresOf } from '@/lib/assessment/evidence'
import { GivenVotes, HIDDEN_VOTES } from '../../votes/testing/given-votes'
import { ScoresPanel } from './scores'

const EVIDENCE = evidenceOf({ talk: 600, duration: 900 }, speechFiguresOf([]), [])

test('a score is shown as it was given: a whole one without a fraction, another with it', () => {
  const scores = { ...NO_SCORES, communication: 4.5, skills: 4 }
  const interview = { assessment: { is: 'shown', scores, generalScore: 4.25 } } as Interview
  const page = renderToStaticMarkup(<ScoresPanel interview={interview} evidence={EVIDENCE} formerScores={[]} />)
  const shown = Array.from(page.matchAll(/score-meter"[^>]*>([^<]*)</g), ([, text]) => text)
  expect(shown).toEqual(['4.5', '4'])
})

test('scores that are hidden are said to be, and are not missing ones', () => {
  const interview = { assessment: { is: 'hidden', until: 'my_vote' } } as Interview
  const draw = (mayReveal: boolean) =>
    renderToStaticMarkup(
      <AppRouterContext value={{ refresh() {} } as never}>
        <GivenVotes votes={HIDDEN_VOTES} hidesAssessment mayReveal={mayReveal}>
          <ScoresPanel interview={interview} evidence={null} formerScores={[]} />
        </GivenVotes>
      </AppRouterContext>,
    )
  expect(draw(false)).toContain('Hidden until you vote')
  expect(draw(false)).not.toContain('–<')
  // Only whoever may is offered it.
  expect([draw(false), draw(true)].map((page) => page.includes('Show now'))).toEqual([false, true])
})

test('that colleagues hold a score to be wrong is said to be hidden where the scores alone are shown', () => {
  const scores = { ...NO_SCORES, communication: 4, skills: 4 }
  const interview = { assessment: { is: 'shown', scores, generalScore: 4 } } as Interview
  const draw = (given: Omit<Parameters<typeof GivenVotes>[0], 'children'>) =>
    renderToStaticMarkup(
      <AppRouterContext value={{ refresh() {} } as never}>
        <GivenVotes {...given}>
          <ScoresPanel interview={interview} evidence={EVIDENCE} formerScores={[]} />
        </GivenVotes>
      </AppRouterContext>,
    )
  expect(draw({ votes: HIDDEN_VOTES })).toContain('hold a score to be wrong is hidden until you vote.')
  expect(draw({ votes: HIDDEN_VOTES, isClosed: true })).toContain(
    'hold a score to be wrong is hidden: votes are closed.',
  )
  expect(draw({})).not.toContain('Whether colleagues')
})

const version = (day: number, communication: number, generalScore: number | null) => ({
  ...{ replacedAt: `2026-11-${day}T12:00:00.000Z`, generalScore, summary: null },
  scores: { ...NO_SCORES, communication, skills: 4 },
})

test('what the scores were before Ribbon changed them is said below them, each change by itself', () => {
  const scores = { ...NO_SCORES, communication: 2, skills: 4 }
  const interview = { assessment: { is: 'shown', scores, generalScore: 3 } } as Interview
  // The one in the middle changed the summary alone.
  const versions = [version(25, 5, 4.5), version(24, 5, 4.5), version(23, 3, 3.5)]
  const text = renderToStaticMarkup(
    <ScoresPanel interview={interview} evidence={EVIDENCE} formerScores={versions} />,
  ).replaceAll(/<[^>]*>/g, '')
  expect(text).toContain('Scores changed on 2026-11-25 by Ribbon; before: 4.5 (Communication 5)')
  expect(text).toContain('Scores changed on 2026-11-23 by Ribbon; before: 3.5 (Communication 3)')
  expect(text.match(/Scores changed/g)).toHaveLength(2)
})
