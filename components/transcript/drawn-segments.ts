import type { RefObject } from 'react'

type Area = RefObject<HTMLDivElement | null>

/** The segments of one transcript as they are drawn: looked up below its own element, since another one may be on the page. */
export class DrawnSegments {
  /** The element around them. */
  readonly area: Area
  /** Whether all of them are drawn, or the first ones alone. */
  readonly areAll: boolean
  #byIndex: Map<number, HTMLElement> | null = null

  constructor(area: Area, areAll = true) {
    this.area = area
    this.areAll = areAll
  }

  /** Null for one that is not there; found at once, however many there are. */
  element(index: number): HTMLElement | null {
    return this.#all().get(index) ?? null
  }

  /** The element that holds the segment's words and nothing else. */
  said(index: number): Element | null {
    return this.element(index)?.querySelector('p') ?? null
  }

  /** All that could be drawn of what is said, in its order. A segment's number is what the segment says, never how many are drawn before it. */
  allSaid(): { segment: number; said: Element }[] {
    return Array.from(this.#all(), ([segment, element]) => {
      const said = element.querySelector('p')
      return said ? [{ segment, said }] : []
    }).flat()
  }

  /** They are drawn anew, and may be others. */
  forget() {
    this.#byIndex = null
  }

  /** The transcript is one tab stop: the segment that has the focus is the one that Tab comes back to. */
  focus(index: number): boolean {
    const target = this.element(index)
    if (!target) return false
    for (const other of this.area.current?.querySelectorAll<HTMLElement>('[data-segment][tabindex="0"]') ?? [])
      other.tabIndex = -1
    target.tabIndex = 0
    target.focus()
    return true
  }

  /** As if the reader had selected all that is said in it. */
  select(index: number) {
    const said = this.said(index)
    if (said) document.getSelection()?.selectAllChildren(said)
  }

  #all(): Map<number, HTMLElement> {
    const { current } = this.area
    if (!current) return NONE
    this.#byIndex ??= new Map(
      Array.from(current.querySelectorAll<HTMLElement>('[data-segment]'), (element) => [
        Number(element.dataset.segment),
        element,
      ]),
    )
    return this.#byIndex
  }
}

const NONE = new Map<number, HTMLElement>()
