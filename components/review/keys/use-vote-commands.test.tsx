// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import type { Votes } from '@/lib/votes/vote'
import { useOfferedCommands } from '../../palette/offered-commands'
import { VotesProvider } from '../../votes/votes-context'
import { useVoteCommands } from './use-vote-commands'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const votes: Votes = { mine: null, all: [] }
const me = { id: 'ada', email: 'ada@example.com', name: null }

function Offered() {
  useVoteCommands()
  return useOfferedCommands().here.map(({ label }) => label)
}

test('the palette offers votes while they are open, and none afterwards', async () => {
  vi.stubGlobal('fetch', async () => Response.json(votes))
  const page = createRoot(document.body)
  const draw = (isClosed: boolean) =>
    act(async () =>
      page.render(
        <VotesProvider
          interviewId="i1"
          me={me}
          mayReveal={false}
          isClosed={isClosed}
          drawn={{ votes, hidesAssessment: false, at: 0 }}
        >
          <Offered />
        </VotesProvider>,
      ),
    )
  await draw(false)
  expect(document.body.textContent).toContain('Vote: strong hire')
  await draw(true)
  expect(document.body.textContent).toBe('')
  await act(async () => page.unmount())
  vi.unstubAllGlobals()
})
