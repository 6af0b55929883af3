import type { ReactNode } from 'react'
import { PaletteButton } from '../palette/palette-button'
import type { Destination } from '../palette/choices'
import { SignOutButton } from '../sign-in/sign-out-button'
import { NavLink } from './nav-link'

/** The rail's place on a narrow screen. */
export function BottomBar({ places, status }: { places: Destination[]; status: ReactNode }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 flex h-14 items-center justify-between gap-2 border-t border-line bg-rail px-2 max-[380px]:gap-0 max-[380px]:px-1 lg:hidden print:hidden low:[:root:has([data-player-row])_&]:static low:[:root:has([data-player-row])_&]:mb-10"
    >
      {places.map((place) => (
        <NavLink key={place.href} place={place} isBar />
      ))}
      <PaletteButton className="size-11 justify-center" />
      <div className="line-clamp-3 min-w-0 text-center max-[340px]:sr-only">{status}</div>
      <SignOutButton className="h-11" />
    </nav>
  )
}
