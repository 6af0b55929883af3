import { useEffect, type RefObject } from 'react'
import { scrollsItself } from './keep-in-sight'

const KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']
const HAS_OWN_KEYS = 'input, textarea, select, [role=dialog], [role=menu], [role=listbox]'

/** Tells when the reader moves in the transcript by themselves, or selects words of it. On a narrow screen the window scrolls. */
export function useReaderMoves(area: RefObject<HTMLElement | null>, onMove: () => void) {
  useEffect(() => {
    const root = area.current
    if (!root) return undefined
    const left = new AbortController()
    const options = { signal: left.signal, passive: true }
    const isHere = ({ target }: Event) => !scrollsItself(root) || (target instanceof Node && root.contains(target))
    const move = (event: Event) => {
      if (isHere(event)) onMove()
    }
    window.addEventListener('wheel', move, options)
    window.addEventListener('touchmove', move, options)
    window.addEventListener(
      'keydown',
      (event) => {
        const hasOwnKeys = event.target instanceof Element && event.target.closest(HAS_OWN_KEYS) !== null
        if (KEYS.includes(event.key) && !hasOwnKeys) move(event)
      },
      options,
    )
    window.addEventListener(
      'pointerdown',
      (event) => {
        const scroller = scrollsItself(root) ? root : document.documentElement
        if (event.clientX > scroller.getBoundingClientRect().left + scroller.clientWidth) move(event)
      },
      options,
    )
    document.addEventListener(
      'selectionchange',
      () => {
        const selection = document.getSelection()
        if (selection && !selection.isCollapsed && root.contains(selection.anchorNode)) onMove()
      },
      options,
    )
    return () => left.abort()
  }, [area, onMove])
}
