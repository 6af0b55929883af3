import { renderToStaticMarkup } from 'react-dom/server'
import { SWRConfig } from 'swr'
import { expect, test } from 'vitest'
import type { StatusHistory, StatusVersion } from '@/lib/status/outcome'
import { swrKeys } from '../swr-keys'
import { StatusVersions } from './status-versions'

const by = { id: 'mara', email: 'mara@example.com', name: 'Mara' }
const at = '2026-01-01T00:00:00.000Z'
const version = (name: string, status: 'shortlisted' | 'declined', isTakenBack: boolean) => {
  return { version: name, status, reason: null, by, at, isTakenBack }
}

/** One line each. */
function draw(versions: StatusVersion[], isClosed = false): string[] {
  const history: StatusHistory = { ...{ status: 'shortlisted', reason: null, by, at, version: 'b' }, versions }
  const text = renderToStaticMarkup(
    <SWRConfig value={{ fallback: { [swrKeys.statuses('i1')]: history } }}>
      <StatusVersions interviewId="i1" isClosed={isClosed} isBelow={false} />
    </SWRConfig>,
  )
  return text.split('<li').slice(1)
}

test('a status that was taken back says so, and one whose place another took does not', () => {
  const lines = draw([
    version('c', 'declined', true),
    version('b', 'shortlisted', false),
    version('a', 'declined', false),
  ])
  expect(lines.map((line) => line.includes('taken back'))).toEqual([true, false, false])
})

test('a reason that is hidden says so, and until a vote where one can be cast', () => {
  const reason = { is: 'hidden', until: 'my_vote' } as const
  const hidden = { ...version('b', 'shortlisted', false), reason }
  expect(draw([hidden])[0]).toContain('Reason hidden until you vote')
  expect(draw([hidden], true)[0]).toContain('Reason hidden: votes are closed')
})
