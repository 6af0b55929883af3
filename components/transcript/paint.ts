/** Paints these ranges as ::highlight(name) says, without an element; older browsers lack the Highlight API and leave them plain. */
export function paint(name: string, ranges: Range[]) {
  if (!CSS.highlights) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
