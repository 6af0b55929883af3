import { Users } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PaletteButton } from '../palette/palette-button'
import { SignOutButton } from '../sign-in/sign-out-button'

/** The rail's place on a narrow screen. */
export function BottomBar({ freshness }: { freshness: ReactNode }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 flex h-14 items-center justify-between gap-2 border-t border-line bg-rail px-2 lg:hidden"
    >
      <Link href="/candidates" className="flex h-11 items-center gap-2 px-3 text-sm font-medium text-ink">
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
        Candidates
      </Link>
      <PaletteButton className="h-11 px-2" />
      <div className="line-clamp-2 min-w-0 text-center">{freshness}</div>
      <SignOutButton className="h-11" />
    </nav>
  )
}
