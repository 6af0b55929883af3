import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { NavLink } from './nav-link'

const at = vi.hoisted(() => ({ path: '', search: '' }))
vi.mock('next/navigation', () => ({
  usePathname: () => at.path,
  useSearchParams: () => new URLSearchParams(at.search),
}))
vi.mock('../mentions/unseen-badge', () => ({ UnseenBadge: () => null }))

const PLACES = ['/review', '/candidates', '/compare'].map((href) => ({ href, label: href }))

test.each([
  ['/review', '', ['/review page']],
  ['/candidates', 'q=night', ['/candidates page']],
  ['/candidates/i1', 'q=night', ['/candidates true']],
  ['/candidates/i1', 'queue=1', ['/review true']],
  ['/candidates', 'queue=1', ['/candidates page']],
  ['/compare/flow', '', ['/compare true']],
])('on %s?%s one place is where one is: that which the way back leads to', (path, search, here) => {
  Object.assign(at, { path, search })
  const current = PLACES.flatMap((place) => {
    const drawn = renderToStaticMarkup(<NavLink place={place} look="sidebar" />)
    const says = /aria-current="(\w+)"/.exec(drawn)?.[1]
    return says ? [`${place.href} ${says}`] : []
  })
  expect(current).toEqual(here)
})
