'use client'

import { useEffectEvent, useLayoutEffect } from 'react'

/**
 * Hears the keys of the whole window. A key means what the page that is drawn says: the layout effect listens before anybody
 * can see the page, and what it calls is always of the last one drawn.
 */
export function useKeys(press: (event: KeyboardEvent) => void) {
  const onPress = useEffectEvent(press)
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => onPress(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
