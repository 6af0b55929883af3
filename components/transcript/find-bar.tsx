'use client'

import { ChevronDown, ChevronUp, Search, X } from '../ui/icons'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../key-pressed'
import { useShortcuts } from '../player/use-shortcuts'
import { useShortcutsOff } from '../shortcuts-setting'
import { IconButton } from '../ui/icon-button'
import { useFind } from './find-context'

/** As much as the search over all transcripts takes. */
const LONGEST_TYPED = 200

/** Finds words in this transcript: what is found is marked here and on the timeline. */
export function FindBar() {
  const { typed, type, matches, current, step, input } = useFind()
  const off = useShortcutsOff()
  useShortcuts({ '/': () => input.current?.focus() })
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    if (event.key !== 'Escape') return
    type('')
    input.current?.blur()
  }
  return (
    <div role="search" aria-label="This transcript" className="flex min-w-0 items-center gap-0.5">
      <label className="flex h-7 min-w-0 items-center gap-1.5 rounded-md px-2 text-faint focus-within:bg-hover hover:bg-hover pointer-coarse:h-11">
        <Search size={13} className="shrink-0" />
        <input
          ref={input}
          type="text"
          value={typed}
          maxLength={LONGEST_TYPED}
          placeholder="Find in transcript"
          aria-label="Find in transcript"
          aria-keyshortcuts={off ? undefined : '/'}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          className="w-36 min-w-0 bg-transparent text-ink outline-none placeholder:text-muted"
        />
      </label>
      {typed !== '' && (
        <>
          <span role="status" className="px-1 text-xs whitespace-nowrap text-muted numeric">
            {matches.length === 0
              ? 'Not found'
              : current < 0
                ? `${matches.length} found`
                : `${current + 1} of ${matches.length}`}
          </span>
          <IconButton
            label="Previous match"
            title="Previous match (Shift Enter)"
            disabled={matches.length === 0}
            onClick={() => step(-1)}
          >
            <ChevronUp size={14} />
          </IconButton>
          <IconButton
            label="Next match"
            title="Next match (Enter)"
            disabled={matches.length === 0}
            onClick={() => step(1)}
          >
            <ChevronDown size={14} />
          </IconButton>
          <IconButton label="Clear" title="Clear (Esc)" onClick={() => type('')}>
            <X size={14} />
          </IconButton>
        </>
      )}
    </div>
  )
}
