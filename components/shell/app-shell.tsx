import type { ReactNode } from 'react'
import { HomelessNote } from '../notes/homeless-note'
import { UnsentCount } from '../notes/unsent-count'
import { Palette } from '../palette/palette'
import { BottomBar } from './bottom-bar'
import { placesOf } from './places'
import { Rail } from './rail'

type Props = { email: string; role: string; freshness: ReactNode; children: ReactNode }

export function AppShell({ email, role, freshness, children }: Props) {
  const places = placesOf(role)
  const status = (
    <>
      <UnsentCount />
      {freshness}
    </>
  )
  return (
    <div className="min-h-dvh lg:grid lg:h-dvh lg:grid-cols-[208px_minmax(0,1fr)] print:!block print:!h-auto">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Rail email={email} role={role} places={places} status={status} />
      <HomelessNote />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 pb-14 outline-none lg:h-dvh lg:overflow-x-hidden lg:overflow-y-auto lg:pb-0 print:!h-auto print:!overflow-visible print:!pb-0 low:has-[[data-player-row]]:pb-0"
      >
        {children}
      </main>
      <BottomBar places={places} status={status} />
      <Palette places={places} />
    </div>
  )
}
