'use client'

import { Cable, House, Users, type LucideIcon } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { UnseenBadge } from '../home/unseen-badge'
import type { Destination } from '../palette/choices'
import { PageLink } from '../ui/page-link'

const ICONS: Record<string, LucideIcon> = { '/home': House, '/candidates': Users, '/connection': Cable }

const LOOKS = {
  rail: 'flex h-8 items-center gap-2 text-sm hover:bg-hover aria-[current]:bg-hover',
  bar: 'relative flex h-12 flex-col items-center justify-center gap-1 text-2xs max-[380px]:px-1.5',
}

/** `isBar`: one of a few beside each other on a narrow screen. */
export function NavLink({ place: { href, label }, isBar = false }: { place: Destination; isBar?: boolean }) {
  const path = usePathname()
  const Icon = ICONS[href] ?? Users
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <PageLink
      href={href}
      aria-current={isHere ? (path === href ? 'page' : 'true') : undefined}
      className={`${LOOKS[isBar ? 'bar' : 'rail']} rounded-md px-2 font-medium text-muted transition-colors hover:text-ink aria-[current]:text-ink`}
    >
      <Icon size={isBar ? 16 : 15} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {label}
      {href === '/home' && <UnseenBadge className={isBar ? 'absolute top-0.5 left-1/2 ml-1' : 'ml-auto'} />}
    </PageLink>
  )
}
