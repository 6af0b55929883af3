import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { LogHead } from '@/lib/audit/log/logged-event'
import { HeadLine } from './head-line'

const head = (unsealedSince: string | null): LogHead => ({
  ...{ size: 3, seq: 4, root: 'ab'.repeat(32), at: '2026-11-27T11:50:00.000Z', now: '2026-11-27T12:00:00.000Z' },
  ...{ unsealedSince, kept: { place: null, last: null, failure: null } },
})
const words = (unsealedSince: string | null) =>
  renderToStaticMarkup(<HeadLine initial={head(unsealedSince)} onGrown={() => {}} />).replaceAll(/<[^>]*>/g, '')

test('sealing that is held up is said, with how long, and a minute of it is none', () => {
  expect(words('2026-11-27T11:55:00.000Z')).toContain('Sealing is held up: what waits longest came 5 min ago')
  expect(words('2026-11-27T11:59:00.000Z')).not.toContain('held up')
  expect(words(null)).not.toContain('held up')
})
