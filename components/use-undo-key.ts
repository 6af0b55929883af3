'use client'

import { useLayoutEffect } from 'react'
import { shortcutOf } from './key-pressed'
import { shortcutsOff } from './shortcuts-setting'
import { isTyping } from './typing'
import { useKeys } from './use-keys'

/** What can be undone now, whichever part of the page did it. */
const undoable = new Set<{ doneAt: number }>()

/** Z takes back what was done last of all that can be undone; `doneAt` is by `performance.now()`, null where this part has nothing. */
export function useUndoKey(doneAt: number | null, undo: () => void) {
  useLayoutEffect(() => {
    if (doneAt === null) return undefined
    const done = { doneAt }
    undoable.add(done)
    return () => void undoable.delete(done)
  }, [doneAt])
  useKeys((event) => {
    if (doneAt === null || shortcutOf(event) !== 'z' || isTyping(event) || shortcutsOff.get()) return
    if ([...undoable].some((other) => other.doneAt > doneAt)) return
    event.preventDefault()
    undo()
  })
}
