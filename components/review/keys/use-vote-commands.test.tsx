// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { useOfferedCommands } from '../../palette/offered-commands'
import { GivenVotes, NO_VOTES } from '../../votes/testing/given-votes'
import { useVoteCommands } from './use-vote-commands'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

function Offered() {
  useVoteCommands()
  return useOfferedCommands().here.map(({ label }) => label)
}

test('the palette offers votes while they are open, and none afterwards', async () => {
  vi.stubGlobal('fetch', async () => Response.json(NO_VOTES))
  const page = createRoot(document.body)
  const draw = (isClosed: boolean) =>
    act(async () =>
      page.render(
        <GivenVotes isClosed={isClosed}>
          <Offered />
        </GivenVotes>,
      ),
    )
  await draw(false)
  expect(document.body.textContent).toContain('Vote: strong hire')
  await draw(true)
  expect(document.body.textContent).toBe('')
  await act(async () => page.unmount())
  vi.unstubAllGlobals()
})
