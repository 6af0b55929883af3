import { useEffect, useRef, type RefObject } from 'react'

/** Keeps the height of an element in a variable of the page's style, so that what it covers can make room for it. */
export function usePublishedHeight(variable: `--${string}`): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    const { style } = document.documentElement
    const observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? []
      if (box) style.setProperty(variable, `${box.blockSize}px`)
    })
    if (element.current) observer.observe(element.current)
    return () => {
      observer.disconnect()
      style.removeProperty(variable)
    }
  }, [variable])
  return element
}
