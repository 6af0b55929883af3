'use client'

import { Cable, Users, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { Place } from '../palette/choices'

const ICONS: Record<string, LucideIcon> = { '/candidates': Users, '/connection': Cable }

/** `isBar`: one of a few beside each other on a narrow screen. */
export function NavLink({ place: { href, label }, isBar = false }: { place: Place; isBar?: boolean }) {
  const path = usePathname()
  const Icon = ICONS[href] ?? Users
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={isHere ? (path === href ? 'page' : 'true') : undefined}
      className={`flex items-center gap-2 rounded-md text-sm font-medium text-muted transition-colors hover:text-ink aria-[current]:text-ink ${isBar ? 'h-11 px-2' : 'h-8 px-2 hover:bg-hover aria-[current]:bg-hover'}`}
    >
      <Icon size={isBar ? 16 : 15} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {label}
    </Link>
  )
}
