'use client'

import { Search } from '../ui/icons'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../key-pressed'
import { Modal } from '../ui/modal'
import { ChoiceList, LIST_ID, optionId } from './choice-list'
import type { Destination } from './choices'
import { paletteOpen } from './palette-open'
import { usePalette } from './use-palette'

const PURPOSE = 'Jump to a candidate, a flow or an action'

export function PaletteDialog({ places }: { places: Destination[] }) {
  const palette = usePalette(places)
  const { typed, groups, active, failure, isSettling } = palette

  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') palette.move(1)
    else if (event.key === 'ArrowUp') palette.move(-1)
    else if (event.key === 'Enter') palette.enter()
    else return
    event.preventDefault()
  }

  return (
    <Modal
      title={PURPOSE}
      titleClass="sr-only"
      className="top-[12dvh] w-[min(36rem,calc(100vw-1rem))] -translate-x-1/2 max-lg:top-2"
      onClose={() => paletteOpen.set(false)}
    >
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search size={15} className="shrink-0 text-faint" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          aria-label={PURPOSE}
          placeholder={PURPOSE}
          value={typed}
          maxLength={120}
          dir="auto"
          onChange={(event) => palette.type(event.target.value)}
          onKeyDown={press}
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-faint"
        />
      </div>
      <ChoiceList groups={groups} active={active} onMark={palette.mark} onChoose={palette.choose} />
      {/* At the foot: what came in above the choices would move them from under whoever presses one. */}
      {failure ? (
        <p role="alert" className="border-t border-line px-4 py-2 text-xs text-bad">
          {failure}
        </p>
      ) : (
        <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
          {groups.length === 0 && !isSettling
            ? `Nothing here is called ${typed.trim()}`
            : '↑ ↓ to move, Enter to choose'}
        </p>
      )}
    </Modal>
  )
}
