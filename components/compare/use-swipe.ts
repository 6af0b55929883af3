import { useRef, type TouchEvent } from 'react'

/** Pixels to the side from which it is no scrolling, and how much more that is than up or down. */
const LEAST = 60
const STEEPEST = 2

/** A finger that goes to the left is a step on, one to the right a step back. */
export function useSwipe(step: (by: 1 | -1) => void) {
  const began = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: ({ touches: { 0: touch } }: TouchEvent) => {
      began.current = touch ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: ({ changedTouches: { 0: touch } }: TouchEvent) => {
      const { current } = began
      began.current = null
      if (!touch || !current || document.getSelection()?.isCollapsed === false) return
      const [across, along] = [touch.clientX - current.x, touch.clientY - current.y]
      if (Math.abs(across) < LEAST || Math.abs(across) < STEEPEST * Math.abs(along)) return
      step(across < 0 ? 1 : -1)
    },
  }
}
