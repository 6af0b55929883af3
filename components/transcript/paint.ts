/** What is painted over what, from the lowest on: the ink of one on the ground of another cannot be read. */
const ORDER = ['linked-words', 'noted-words', 'found-words', 'found-word', 'spoken-word']

/**
 * Paints ranges as ::highlight(name) says, without an element. All who paint under a name share what the browser keeps of it, and
 * each takes away only what is their own. Older browsers lack the Highlight API and leave the words plain.
 */
export class Paint {
  #name: string
  #ranges: Range[] = []

  constructor(name: string) {
    this.#name = name
  }

  /** In place of what this painted before. */
  show(ranges: Range[]) {
    if (!CSS.highlights || (ranges.length === 0 && this.#ranges.length === 0)) return
    const highlight = CSS.highlights.get(this.#name) ?? new Highlight()
    highlight.priority = ORDER.indexOf(this.#name)
    for (const range of this.#ranges) highlight.delete(range)
    for (const range of ranges) highlight.add(range)
    this.#ranges = ranges
    if (highlight.size === 0) CSS.highlights.delete(this.#name)
    else if (!CSS.highlights.has(this.#name)) CSS.highlights.set(this.#name, highlight)
  }
}
