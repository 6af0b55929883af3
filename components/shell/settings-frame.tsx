'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Role } from '@/lib/auth/permissions'
import { PageLink } from '../ui/page-link'
import { settingsOf } from './destinations'

/** Around each of the settings: above it the way to the others. */
export function SettingsFrame({ role, children }: { role: Role; children: ReactNode }) {
  const path = usePathname()
  return (
    <div className="lg:flex lg:h-full lg:flex-col">
      <nav aria-label="Settings" className="flex h-11 shrink-0 gap-1 border-b border-line px-2 lg:px-4">
        {settingsOf(role).map(({ href, label }) => (
          <PageLink
            key={href}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className="flex h-11 items-center border-b-2 border-transparent px-2 font-medium text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {label}
          </PageLink>
        ))}
      </nav>
      <div className="min-w-0 lg:min-h-0 lg:flex-1">{children}</div>
    </div>
  )
}
