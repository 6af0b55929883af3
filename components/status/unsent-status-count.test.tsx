// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { SWRConfig } from 'swr'
import { givenBrowser } from '../transcript/testing/browser'
import { StatusProvider, useStatuses } from './status-context'
import type { ChosenStatus } from './unsent-status'
import { UnsentStatusCount } from './unsent-status-count'

vi.mock('../ui/page-link', () => ({ PageLink: ({ children }: { children: string }) => children }))
afterEach(() => vi.unstubAllGlobals())

const chosen = (interviewId: string): ChosenStatus => ({
  ...{ interviewId, called: interviewId, status: 'shortlisted', reason: null },
  ...{ replaces: null, before: 'new' },
})

function Choose() {
  const { outbox } = useStatuses()
  return <button onClick={() => outbox?.choose([chosen('one'), chosen('two')])}>Shortlist</button>
}

test('statuses that were not sent are counted on whatever page', async () => {
  givenBrowser()
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  const page = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    page.render(
      <SWRConfig value={{ provider: () => new Map() }}>
        <StatusProvider memberId="ada" maySet>
          <Choose />
          <UnsentStatusCount />
        </StatusProvider>
      </SWRConfig>,
    ),
  )
  expect(document.body.textContent).not.toContain('not sent')
  await act(async () => document.querySelector('button')?.click())
  await vi.waitFor(() => expect(document.body.textContent).toContain('2 statuses are not sent yet'))
  await act(async () => page.unmount())
})
