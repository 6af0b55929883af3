/** A stretch of a segment's text: as it stands in the page, and as Ribbon sent it. Offsets and lengths are UTF-16 units. */
type Piece = { node: Text; shownFrom: number; from: number; length: number; original: string | null }

export type Stretch = { from: number; to: number }

/** The attribute of a corrected stretch: what it was as Ribbon sent it. */
const ORIGINAL = 'data-original'

/** What Ribbon sent. */
export function originalText(said: Element): string {
  return piecesOf(said)
    .map(({ node, original }) => original ?? node.data)
    .join('')
}

/** The range of the page that shows this stretch of Ribbon's text; a correction is shown whole. Null where there is no such text. */
export function rangeOfOriginal(said: Element, { from, to }: Stretch): Range | null {
  const pieces = piecesOf(said)
  const first = pieces.find((piece) => piece.from + piece.length > from)
  const last = pieces.findLast((piece) => piece.from < to)
  if (!first || !last || to > endOf(pieces)) return null

  const range = new Range()
  range.setStart(first.node, first.original !== null ? 0 : Math.max(0, from - first.from))
  range.setEnd(last.node, last.original !== null ? last.node.length : Math.min(last.length, to - last.from))
  return range
}

/** The ranges of these stretches of the text as it is shown, which come in its order. */
export function rangesOfShown(said: Element, stretches: Stretch[]): Range[] {
  const pieces = piecesOf(said)
  const firsts = piecesAt(
    pieces,
    stretches.map(({ from }) => from),
  )
  const lasts = piecesAt(
    pieces,
    stretches.map(({ to }) => to - 1),
  )
  return stretches.flatMap(({ from, to }, index) => {
    const [first, last] = [firsts[index], lasts[index]]
    if (!first || !last || from >= first.shownFrom + first.node.length) return []
    const range = new Range()
    range.setStart(first.node, from - first.shownFrom)
    range.setEnd(last.node, Math.min(last.node.length, to - last.shownFrom))
    return [range]
  })
}

/** Where a place of the page is in Ribbon's text; inside a correction its beginning, or for `end` its end. */
export function offsetInOriginal(
  said: Element,
  place: { node: Node; offset: number },
  edge: 'start' | 'end' = 'start',
) {
  const pieces = piecesOf(said)
  const piece = pieces.find(({ node }) => node === place.node)
  if (!piece) return edge === 'end' ? endOf(pieces) : 0
  if (piece.original === null) return piece.from + place.offset
  return edge === 'end' && place.offset > 0 ? piece.from + piece.length : piece.from
}

/** Where offsets of the text as it is shown, which come in its order, are in Ribbon's. */
export function originalsOfShown(said: Element, offsets: number[]): number[] {
  return piecesAt(piecesOf(said), offsets).map((piece, index) => {
    if (!piece) return 0
    return piece.original === null ? piece.from + (offsets[index] ?? 0) - piece.shownFrom : piece.from
  })
}

/** For each of these offsets the last piece that begins there or before: gone through once where they ascend. */
export function piecesAt<P extends { shownFrom: number }>(pieces: P[], offsets: number[]): (P | undefined)[] {
  let at = -1
  return offsets.map((offset) => {
    while ((pieces[at]?.shownFrom ?? -1) > offset) at--
    while ((pieces[at + 1]?.shownFrom ?? Infinity) <= offset) at++
    return pieces[at]
  })
}

function piecesOf(said: Element): Piece[] {
  const pieces: Piece[] = []
  let [shownFrom, from] = [0, 0]
  for (const child of said.childNodes) {
    const original = child instanceof Element ? child.getAttribute(ORIGINAL) : null
    const node = original === null ? child : child.firstChild
    if (!(node instanceof Text)) continue
    const { length } = original ?? node
    pieces.push({ node, shownFrom, from, length, original })
    shownFrom += node.length
    from += length
  }
  return pieces
}

function endOf(pieces: Piece[]): number {
  const last = pieces.at(-1)
  return last ? last.from + last.length : 0
}
