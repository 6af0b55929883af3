import { useMemo, useRef, type MouseEvent, type PointerEvent } from 'react'

/** When a press began that ends in a click, by `performance.now()`: as the pointer went down, or as the click came where none did. */
export function usePressStart() {
  const down = useRef<number | null>(null)
  return useMemo(
    () => ({
      begin: ({ timeStamp }: PointerEvent) => {
        down.current = timeStamp
      },
      // A key or a screen reader clicks without one, and then there is no number of clicks.
      startOf: ({ timeStamp, detail }: MouseEvent) => (detail === 0 ? timeStamp : (down.current ?? timeStamp)),
    }),
    [],
  )
}
