'use client'

import { SearchThin } from '../ui/icons'
import { useInBrowser } from '../in-browser'
import { paletteOpen } from './palette-open'

/** The palette for who does not know its key yet. */
export function PaletteButton() {
  const isMac = useInBrowser(() => navigator.platform.startsWith('Mac'), false)
  return (
    <button
      type="button"
      onClick={() => paletteOpen.set(true)}
      aria-keyshortcuts="Control+K Meta+K"
      className="place place-beside mb-1 sidebar:font-normal"
    >
      <SearchThin size={16} />
      <span>Jump to…</span>
      <kbd className="ml-auto hidden w-12 text-right font-sans text-xs text-faint sidebar:block" aria-hidden="true">
        {isMac ? '⌘K' : 'Ctrl K'}
      </kbd>
    </button>
  )
}
