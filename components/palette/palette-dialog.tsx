'use client'

import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { KeyboardEvent } from 'react'
import { useFocusReturn } from '../ui/use-focus-return'
import { ChoiceList, LIST_ID, optionId } from './choice-list'
import type { Place } from './choices'
import { paletteOpen } from './palette-open'
import { usePalette } from './use-palette'

const PURPOSE = 'Jump to a candidate, a flow or an action'

export function PaletteDialog({ places }: { places: Place[] }) {
  const palette = usePalette(places)
  const { typed, groups, active, failure, isSettling } = palette
  const returnFocus = useFocusReturn()

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') palette.move(1)
    else if (event.key === 'ArrowUp') palette.move(-1)
    else if (event.key === 'Enter') palette.enter()
    else return
    event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={paletteOpen.set}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[12dvh] left-1/2 z-50 w-[min(36rem,calc(100vw-1rem))] -translate-x-1/2 rounded-md bg-raised shadow-float max-lg:top-2"
        >
          <Dialog.Title className="sr-only">{PURPOSE}</Dialog.Title>
          <div className="flex items-center gap-2 border-b border-line px-4">
            <Search size={15} aria-hidden="true" className="shrink-0 text-faint" />
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
          {failure && (
            <p role="alert" className="bg-bad-soft px-4 py-2 text-sm">
              {failure}
            </p>
          )}
          <ChoiceList groups={groups} active={active} onMark={palette.mark} onChoose={palette.choose} />
          <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
            {groups.length === 0 && !isSettling
              ? `Nothing here is called ${typed.trim()}`
              : '↑ ↓ to move, Enter to choose'}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
