import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { isGivenNothing, NO_SCOPE } from '@/lib/auth/member-scope'
import { EVERYTHING, type InterviewFilter } from '@/lib/interviews/list/filter'
import type { Freshness } from '@/lib/mirror/freshness'
import { NOTHING_CHANGED } from '@/lib/queue/queue'
import { EmptyList } from './candidates/empty-list'
import { NothingToCompare } from './compare/nothing-to-compare'
import { EmptyQueue } from './queue/empty-queue'

const AT = '2026-11-28T00:00:00.000Z'
const FRESHNESS: Freshness = {
  now: AT,
  asOf: AT,
  seenSoFar: null,
  failure: null,
  stale: false,
  coverage: null,
  trouble: null,
}
const NEWS = {
  since: null,
  ...{ arrived: 0, judgedSince: { voted: NOTHING_CHANGED, decided: NOTHING_CHANGED }, splits: 0 },
  ...{ unassigned: [], unjudged: 0, judged: 0, others: { members: 0, interviews: 0 } },
}

const listOf = (filter: Partial<InterviewFilter>, isGivenNothing: boolean) =>
  renderToStaticMarkup(
    <EmptyList
      filter={{ ...EVERYTHING, ...filter }}
      freshness={FRESHNESS}
      isGivenNothing={isGivenNothing}
      onClear={() => {}}
      onSearch={() => {}}
    />,
  )
const SCREENS: [string, (isGivenNothing: boolean) => string][] = [
  ['Candidates', (isGivenNothing) => listOf({}, isGivenNothing)],
  ['Compare', (isGivenNothing) => renderToStaticMarkup(<NothingToCompare {...{ isGivenNothing }} />)],
  ['Review', (isGivenNothing) => renderToStaticMarkup(<EmptyQueue news={NEWS} {...{ isGivenNothing }} />)],
]

test.each(SCREENS)('%s tells whom nothing was given whom to ask, and nobody else', (_, draw) => {
  expect(draw(true)).toContain('Ask an admin to give you a team or a flow.')
  expect(draw(true)).not.toMatch(/Ribbon/)
  expect(draw(false)).not.toMatch(/Ask an admin|shared with you/)
})

test('who is given anything is not told that it is nothing', () => {
  expect(isGivenNothing(NO_SCOPE)).toBe(true)
  for (const scope of ['all', { ...NO_SCOPE, teams: ['t'] }, { ...NO_SCOPE, interviews: ['i'] }] as const)
    expect(isGivenNothing(scope)).toBe(false)
})

test.each([
  [{ score: { from: 4, to: null } }, true],
  [{ fluency: { from: null, to: 2 } }, true],
  [{ votes: ['split' as const] }, true],
  [{ q: 'night shift', score: { from: 4, to: null } }, true],
  [{ talk: { from: 60, to: null } }, false],
  [{ state: ['ready' as const] }, false],
])('of %j that matches nothing it is said that what is hidden matches no filter: %s', (filter, isSaid) => {
  expect(listOf(filter, false).includes('What is hidden until you vote matches no filter.')).toBe(isSaid)
})
