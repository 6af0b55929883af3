import { segmentId } from './segment-id'
import { originalOffset } from './segment-text'

/** Offsets are UTF-16 units in the segment's text as Ribbon sent it. */
export type Place = { segment: number; offset: number }

/** Which segment, and where in its text, is under a point of the window. */
export function placeOf(x: number, y: number): Place | null {
  const caret = caretAt(x, y)
  return caret && placeOfNode(caret)
}

/** Null outside what is said. */
export function placeOfNode(place: { node: Node; offset: number }, edge: 'start' | 'end' = 'start'): Place | null {
  if (place.node.nodeType !== Node.TEXT_NODE) return null
  const said = place.node.parentElement?.closest('p')
  const segment = segmentIndexOf(said ?? null)
  return said && segment !== null ? { segment, offset: originalOffset(said, place, edge) } : null
}

/** The segment that an element belongs to. */
export function segmentIndexOf(target: EventTarget | null): number | null {
  const index = target instanceof Element && target.closest<HTMLElement>('[data-segment]')?.dataset.segment
  return index ? Number(index) : null
}

export function segmentElement(index: number): HTMLElement | null {
  return document.getElementById(segmentId(index))
}

/** The element that holds the segment's words and nothing else. */
export function saidElement(index: number): Element | null {
  return segmentElement(index)?.querySelector('p') ?? null
}

/** All that could be drawn of what is said, in its order. A segment's number is what the segment says, never how many are drawn before it. */
export function saidElements(): { segment: number; said: Element }[] {
  return Array.from(document.querySelectorAll('[data-segment] > p')).flatMap((said) => {
    const segment = segmentIndexOf(said)
    return segment === null ? [] : { segment, said }
  })
}

/** The transcript is one tab stop: the segment that has the focus is the one that Tab comes back to. */
export function focusSegment(area: Element, index: number): boolean {
  const target = segmentElement(index)
  if (!target) return false
  for (const other of area.querySelectorAll<HTMLElement>('[data-segment][tabindex="0"]')) other.tabIndex = -1
  target.tabIndex = 0
  target.focus()
  return true
}

/** As if the reader had selected all that is said in it. */
export function selectSegment(index: number) {
  const said = saidElement(index)
  if (said) document.getSelection()?.selectAllChildren(said)
}

function caretAt(x: number, y: number) {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}
