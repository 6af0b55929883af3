'use client'

import { Columns3, ListTodo, Settings, Users, type Icon } from '../ui/icons'
import { usePathname, useSearchParams } from 'next/navigation'
import { QUEUE_PARAMETER } from '../candidates/place/walk-home'
import { UnseenBadge } from '../mentions/unseen-badge'
import type { Destination } from '../palette/choices'
import { PageLink } from '../ui/page-link'

const ICONS: Record<string, Icon> = {
  '/review': ListTodo,
  '/candidates': Users,
  '/compare': Columns3,
  '/settings': Settings,
}

/** One of a few beside each other; or below each other, in a row of its own where there is room for that. */
const LOOKS = {
  bar: 'place min-w-0 flex-1',
  sidebar: 'place place-beside',
}
const BADGES = {
  bar: 'absolute top-0.5 left-1/2 ml-1',
  sidebar: 'max-sidebar:absolute max-sidebar:top-0.5 max-sidebar:left-1/2 max-sidebar:ml-1 sidebar:ml-auto',
}

export function NavLink({
  place: { href, label, pages = [] },
  look,
}: {
  place: Destination
  look: keyof typeof LOOKS
}) {
  const path = usePathname()
  const isInQueue = useSearchParams().has(QUEUE_PARAMETER) && path.startsWith('/candidates/')
  const here = isInQueue ? '/review' : path
  const Icon = ICONS[href] ?? Users
  const isHere = [href, ...pages].some((page) => here === page || here.startsWith(`${page}/`))
  return (
    <PageLink href={href} aria-current={isHere ? (path === href ? 'page' : 'true') : undefined} className={LOOKS[look]}>
      <Icon size={16} className="shrink-0" />
      {label}
      {href === '/review' && <UnseenBadge className={BADGES[look]} />}
    </PageLink>
  )
}
