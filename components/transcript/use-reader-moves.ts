import { useEffect } from 'react'
import { scrollsItself } from '../scrolls-itself'
import { useTranscript } from './transcript-context'

const KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']
const ELSEWHERE = '[role=dialog], [role=menu], [role=listbox], [role=tablist], input, textarea, select'

/** Tells when the reader moves in the transcript by themselves, or selects words of it. On a narrow screen the window scrolls. */
export function useReaderMoves(onMove: () => void) {
  const { segments } = useTranscript()
  useEffect(() => {
    const { current: root } = segments.area
    if (!root) return undefined
    const left = new AbortController()
    const options = { signal: left.signal, passive: true }
    const isHere = (target: Element) => {
      if (scrollsItself(root)) return root.contains(target)
      // Another panel may be shown in its place.
      return root.getClientRects().length > 0 && target.closest(ELSEWHERE) === null
    }
    const move = ({ target }: Event) => {
      if (target instanceof Element && isHere(target)) onMove()
    }
    window.addEventListener('wheel', move, options)
    window.addEventListener('touchmove', move, options)
    window.addEventListener(
      'keydown',
      (event) => {
        if (KEYS.includes(event.key)) move(event)
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
  }, [segments, onMove])
}
