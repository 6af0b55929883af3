import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { LogHead } from '@/lib/audit/log/logged-event'
import { HeadLine } from './head-line'

const HEAD: LogHead = {
  ...{ size: 3, seq: 4, root: 'ab'.repeat(32), at: '2026-11-27T11:50:00.000Z', now: '2026-11-27T12:00:00.000Z' },
  ...{ unsealedSince: null, kept: { place: null, last: null, failure: null } },
}
const drawn = (given: Partial<LogHead>) =>
  renderToStaticMarkup(<HeadLine initial={{ ...HEAD, ...given }} onGrown={() => {}} />).replaceAll(/<[^>]*>/g, '')
const words = (unsealedSince: string | null) => drawn({ unsealedSince })

test('sealing that is held up is said, with how long, and a minute of it is none', () => {
  expect(words('2026-11-27T11:55:00.000Z')).toContain('Sealing is held up: what waits longest came 5 min ago')
  expect(words('2026-11-27T11:59:00.000Z')).not.toContain('held up')
  expect(words(null)).not.toContain('held up')
})

test('where nothing but the database says that the head is kept, that is said', () => {
  const last = { size: 3, at: '2026-11-27T11:58:00.000Z' }
  const kept = (place: 'file' | 'url', saidBy: 'server' | 'database') =>
    drawn({ kept: { place, last: { ...last, saidBy }, failure: null } })
  expect(kept('file', 'server')).toMatch(/Kept in a file 2 min ago$/)
  expect(kept('file', 'database')).toMatch(/Kept in a file 2 min ago, says the database$/)
  expect(kept('url', 'server')).toMatch(/Kept on another server 2 min ago$/)
})

test('where the file has a head of another log last, that is said and no time', () => {
  const last = { size: 3, at: null, saidBy: 'server' as const }
  const said = drawn({ kept: { place: 'file', last, failure: null } })
  expect(said).toMatch(/The last head in the file is not of this log: npm run audit -- verify --head FILE says more$/)
})
