import { renderToStaticMarkup } from 'react-dom/server'
import { SWRConfig } from 'swr'
import { expect, test } from 'vitest'
import type { StatusHistory } from '@/lib/status/outcome'
import { swrKeys } from '../swr-keys'
import { StatusVersions } from './status-versions'

const by = { id: 'mara', email: 'mara@example.com', name: 'Mara' }
const at = '2026-01-01T00:00:00.000Z'
const version = (name: string, status: 'shortlisted' | 'declined', isTakenBack: boolean) => {
  return { version: name, status, reason: null, by, at, isTakenBack }
}

test('a status that was taken back says so, and one whose place another took does not', () => {
  const history: StatusHistory = {
    ...{ status: 'shortlisted', reason: null, by, at, version: 'b' },
    versions: [version('c', 'declined', true), version('b', 'shortlisted', false), version('a', 'declined', false)],
  }
  const text = renderToStaticMarkup(
    <SWRConfig value={{ fallback: { [swrKeys.statuses('i1')]: history } }}>
      <StatusVersions interviewId="i1" isBelow={false} />
    </SWRConfig>,
  )
  const lines = text.split('<li').slice(1)
  expect(lines.map((line) => line.includes('taken back'))).toEqual([true, false, false])
})
