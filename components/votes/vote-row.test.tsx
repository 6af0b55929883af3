import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { GivenVotes } from './testing/given-votes'
import { VoteRow } from './vote-row'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const draw = (isClosed: boolean) =>
  renderToStaticMarkup(
    <GivenVotes isClosed={isClosed}>
      <VoteRow />
    </GivenVotes>,
  )

test('where votes are closed there is nothing to vote with', () => {
  expect(draw(false)).toContain('Strong hire')
  expect(draw(true)).toBe('')
})
