'use client'

import type { RefObject } from 'react'
import { keyPressed, shortcutOf } from '../../key-pressed'
import { shortcutsOff } from '../../shortcuts-setting'
import { isTyping } from '../../typing'
import { useKeys } from '../../use-keys'
import type { Selection } from './selection'

type Keys = {
  list: RefObject<HTMLElement | null>
  selection: Selection | null
  /** Ticks all that match. */
  selectAll: () => void
  clear: () => void
  /** Shortlists these, or what is ticked where something is. */
  shortlist: (ids: string[]) => void
}

/**
 * On the row in which the focus is x ticks, Shift with j or k ticks on to the next one, s shortlists. Escape clears and ⌘A takes all
 * that match, also where single keys are off.
 */
export function useSelectionKeys({ list, selection, selectAll, clear, shortlist }: Keys) {
  useKeys(
    (event) => {
      if (!selection || isTyping(event)) return
      const here = focusedRow()
      const pressed = shortcutOf(event)
      if (pressed === 'Escape') return clear()
      if (here === null) return
      if ((event.metaKey || event.ctrlKey) && keyPressed(event) === 'a') selectAll()
      else if (shortcutsOff.get()) return
      else if (pressed === 'x') selection.toggle(here)
      else if (pressed === 's') {
        const next = rowBeside(list.current, here, 1)
        shortlist(selection.ids().size > 0 ? [...selection.ids()] : [here])
        setTimeout(() => stayAt(list.current, next))
      } else if (event.shiftKey && (pressed === 'j' || pressed === 'k')) {
        // The list moves on by itself.
        const next = rowBeside(list.current, here, pressed === 'j' ? 1 : -1)
        selection.add(here, ...(next === undefined ? [] : [next]))
        return
      } else return
      event.preventDefault()
    },
    ['j', 'k'],
  )
}

/** Null where the focus is in none. */
function focusedRow(): string | null {
  const row = document.activeElement?.closest('tr')
  return row?.querySelector<HTMLElement>('a[data-row]')?.dataset.row || null
}

/** On a board the row goes elsewhere, and the focus goes on to the next one. */
function stayAt(list: HTMLElement | null, id: string | undefined) {
  if (document.activeElement !== document.body || id === undefined) return
  list?.querySelector<HTMLElement>(`a[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}

function rowBeside(list: HTMLElement | null, id: string, by: 1 | -1): string | undefined {
  const ids = Array.from(list?.querySelectorAll<HTMLElement>('a[data-row]') ?? [], ({ dataset }) => dataset.row ?? '')
  return ids[ids.indexOf(id) + by] || undefined
}
