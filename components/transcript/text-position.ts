import { offsetInOriginal } from './segment-text'

/** Offsets are UTF-16 units in the segment's text as Ribbon sent it. */
export type TextPosition = { segment: number; offset: number }

/** Which segment, and where in its text, is under a point of the window. */
export function placeOf(x: number, y: number): TextPosition | null {
  const caret = caretAt(x, y)
  return caret && placeOfNode(caret)
}

/** Null outside what is said. */
export function placeOfNode(
  place: { node: Node; offset: number },
  edge: 'start' | 'end' = 'start',
): TextPosition | null {
  if (place.node.nodeType !== Node.TEXT_NODE) return null
  const said = place.node.parentElement?.closest('p')
  const segment = segmentIndexOf(said ?? null)
  return said && segment !== null ? { segment, offset: offsetInOriginal(said, place, edge) } : null
}

/** The segment that an element belongs to. */
export function segmentIndexOf(target: EventTarget | null): number | null {
  const index = target instanceof Element && target.closest<HTMLElement>('[data-segment]')?.dataset.segment
  return index ? Number(index) : null
}

function caretAt(x: number, y: number) {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}
