'use client'

import { Search } from 'lucide-react'
import { useInBrowser } from '../in-browser'
import { paletteOpen } from './palette-open'

/** The palette for who does not know its key yet. */
export function PaletteButton({ className = '' }: { className?: string }) {
  const isMac = useInBrowser(() => navigator.platform.startsWith('Mac'), false)
  return (
    <button
      type="button"
      onClick={() => paletteOpen.set(true)}
      aria-keyshortcuts="Control+K Meta+K"
      className={`flex items-center gap-2 rounded-md text-sm text-muted transition-colors hover:bg-hover hover:text-ink ${className}`}
    >
      <Search size={15} strokeWidth={1.75} aria-hidden="true" />
      <span className="max-lg:sr-only">Jump to…</span>
      <kbd className="ml-auto w-12 text-right font-sans text-xs text-faint max-lg:hidden" aria-hidden="true">
        {isMac ? '⌘K' : 'Ctrl K'}
      </kbd>
    </button>
  )
}
