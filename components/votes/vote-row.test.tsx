import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { Votes } from '@/lib/votes/vote'
import { VoteRow } from './vote-row'
import { VotesProvider } from './votes-context'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const votes: Votes = { mine: null, all: [] }
const me = { id: 'ada', email: 'ada@example.com', name: null }
const draw = (isClosed: boolean) =>
  renderToStaticMarkup(
    <VotesProvider
      interviewId="i1"
      me={me}
      mayReveal={false}
      isClosed={isClosed}
      drawn={{ votes, hidesAssessment: false, at: 0 }}
    >
      <VoteRow />
    </VotesProvider>,
  )

test('where votes are closed there is nothing to vote with', () => {
  expect(draw(false)).toContain('Strong hire')
  expect(draw(true)).toBe('')
})
