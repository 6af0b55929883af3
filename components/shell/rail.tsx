import type { ReactNode } from 'react'
import { PaletteButton } from '../palette/palette-button'
import type { Destination } from '../palette/choices'
import { SignOutButton } from '../sign-in/sign-out-button'
import { PageLink } from '../ui/page-link'
import { NavLink } from './nav-link'
import { Wordmark } from './wordmark'

type Props = { email: string; role: string; places: Destination[]; status: ReactNode }

export function Rail({ email, role, places, status }: Props) {
  return (
    <header className="hidden h-dvh flex-col border-r border-line bg-rail px-2 py-3 lg:flex print:!hidden">
      <PageLink href="/candidates" className="mx-2 mb-4 self-start" aria-label="Debrief, to the candidates">
        <Wordmark />
      </PageLink>
      <PaletteButton className="mb-1 h-8 px-2" />
      <nav aria-label="Main" className="space-y-0.5">
        {places.map((place) => (
          <NavLink key={place.href} place={place} />
        ))}
      </nav>
      <div className="mt-auto space-y-2 px-2">
        {status}
        <div className="border-t border-line pt-2">
          <p className="truncate text-xs text-ink" title={email}>
            {email}
          </p>
          <div className="flex items-center justify-between">
            <p className="text-xs text-muted capitalize">{role}</p>
            <SignOutButton className="-mr-2 text-xs" />
          </div>
        </div>
      </div>
    </header>
  )
}
