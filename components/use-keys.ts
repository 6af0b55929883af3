'use client'

import { useEffectEvent, useLayoutEffect } from 'react'
import { shortcutOf } from './key-pressed'

const NONE: readonly string[] = []

/**
 * Hears the keys of the whole window. A key means what the page that is drawn says: the layout effect listens before anybody
 * can see the page, and what it calls is always of the last one drawn. A key that is held is pressed once, unless it is one of
 * `moving`, as `shortcutOf` names them: what changes something is not to be done again on whatever has opened meanwhile.
 */
export function useKeys(press: (event: KeyboardEvent) => void, moving = NONE) {
  const onPress = useEffectEvent(press)
  const isMoving = useEffectEvent((event: KeyboardEvent) => moving.includes(shortcutOf(event) ?? ''))
  useLayoutEffect(() => {
    /** By their `code`: while they are held the browser does not have them either, which would scroll by Space. */
    const taken = new Set<string>()
    const hear = (event: KeyboardEvent) => {
      const { repeat, code, defaultPrevented: isOthers } = event
      if (repeat && !isMoving(event)) return taken.has(code) ? event.preventDefault() : undefined
      onPress(event)
      if (event.defaultPrevented && !isOthers) taken.add(code)
      else taken.delete(code)
      return undefined
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
