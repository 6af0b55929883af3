import { useEffect, useRef, type RefObject } from 'react'
import { useRoot } from './playback-root'

/** Keeps the height of an element in a variable of the style of all that belongs to the recording, so that what it covers can make room for it. */
export function usePublishedHeight(variable: `--${string}`): RefObject<HTMLElement | null> {
  const root = useRoot()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    const style = root.current?.style
    const observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? []
      if (box) style?.setProperty(variable, `${box.blockSize}px`)
    })
    if (element.current) observer.observe(element.current)
    return () => {
      observer.disconnect()
      style?.removeProperty(variable)
    }
  }, [root, variable])
  return element
}
