import { createContext, useContext } from 'react'

/**
 * How high what is docked at the foot of a phone is: it stands in the style of each that makes room for it, and of nothing
 * else. In a style that all the page inherits, each of its elements would be styled anew.
 */
export class Dock {
  #height: string | null = null
  #above = new Set<HTMLElement>()

  /** As a ref: this is docked. */
  docks = (element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? []
      if (box) this.#set(`${box.blockSize}px`)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      this.#set(null)
    }
  }

  /** As a ref: this makes room for it. */
  makesRoom = (element: HTMLElement | null) => {
    if (!element) return undefined
    this.#above.add(element)
    this.#tell(element)
    return () => void this.#above.delete(element)
  }

  #set(height: string | null) {
    this.#height = height
    for (const element of this.#above) this.#tell(element)
  }

  #tell({ style }: HTMLElement) {
    if (this.#height === null) style.removeProperty(NAME)
    else style.setProperty(NAME, this.#height)
  }
}

/** Not inherited: app/globals.css says so. */
const NAME = '--player-height'

export const DockContext = createContext<Dock | null>(null)

/** That of the recording that this belongs to. */
export function useDock(): Dock {
  const dock = useContext(DockContext)
  if (!dock) throw new Error('useDock needs a PlaybackRoot above it')
  return dock
}
