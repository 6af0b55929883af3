const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
const LAST_BLANK = 0x20
/** Outside of strings only these say anything, besides where an item begins. */
const isSign = new Uint8Array(256)
for (const sign of [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT]) isSign[sign] = 1

/**
 * Where an item of a list stands (bytes), how many brackets it opens inside each other, and how many values it has: each is counted
 * by the bracket or the comma before it, so that an empty list counts twice.
 */
export type ScannedItem = { from: number; to: number; depth: number; values: number }
export type ScannedList = { from: number; to: number; items: ScannedItem[] }

/**
 * Follows a reply's brackets while it arrives, without parsing it: where the lists right inside its object and their items
 * stand, how deep all of it is nested and of how many values it is. It finds nothing wrong: who parses does.
 */
export class JsonScan {
  readonly lists: ScannedList[] = []
  /** How many brackets are open inside each other outside of the lists' items. */
  depth = 0
  /** How many values stand there. */
  values = 0
  /** There are more items, or more lists, than the most of all lists together: those are left out. */
  isLonger = false
  readonly #most: number
  #items = 0
  #at = 0
  #open = 0
  #isString = false
  #isEscaped = false
  #isObject = false
  #list: ScannedList | null = null
  #item: ScannedItem | null = null

  constructor({ items }: { items: number }) {
    this.#most = items
  }

  take(chunk: Uint8Array) {
    for (let index = 0; index < chunk.length; index += 1) {
      if (this.#isString) index = this.#throughString(chunk, index)
      else {
        if (this.#item) index = this.#throughItem(chunk, index, this.#item)
        const byte = chunk[index] ?? 0
        if (isSign[byte] === 1 || (this.#item === null && byte > LAST_BLANK)) this.#outside(byte, this.#at + index)
      }
    }
    this.#at += chunk.length
  }

  /** To the quotation mark that ends it, or to the end of the chunk. */
  #throughString(chunk: Uint8Array, from: number): number {
    const index = endOfString(chunk, this.#isEscaped ? from + 1 : from)
    this.#isEscaped = index > chunk.length
    this.#isString = index >= chunk.length
    return index
  }

  /** To the sign that ends it, or to the end of the chunk: nearly all of a reply stands inside of items, so nothing is called here for a sign. */
  #throughItem(chunk: Uint8Array, from: number, item: ScannedItem): number {
    let { depth, values } = item
    let [open, index] = [this.#open, from]
    for (; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0
      if (isSign[byte] === 0) continue
      if (byte === QUOTE) {
        index = endOfString(chunk, index + 1)
        this.#isString = index >= chunk.length
        this.#isEscaped = index > chunk.length
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        open += 1
        values += 1
        if (open - 2 > depth) depth = open - 2
      } else if (open === 2) break
      else if (byte === COMMA) values += 1
      else open -= 1
    }
    item.depth = depth
    item.values = values
    this.#open = open
    return index
  }

  #outside(byte: number, at: number) {
    if (this.#open === 2 && this.#list) {
      if (byte === COMMA) return this.#endItem(at)
      if (byte !== CLOSE_LIST) this.#item ??= { from: at, to: at, depth: 0, values: 0 }
    }
    if (byte === QUOTE) this.#isString = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#enter(byte, at)
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#leave(at)
    else if (byte === COMMA) this.#count()
  }

  #count() {
    if (this.#item) this.#item.values += 1
    else this.values += 1
  }

  #enter(byte: number, at: number) {
    this.#open += 1
    this.#count()
    if (this.#item) this.#item.depth = Math.max(this.#item.depth, this.#open - 2)
    else this.depth = Math.max(this.depth, this.#open)
    if (this.#open === 1) this.#isObject = byte === OPEN_OBJECT
    if (this.#open === 2 && byte === OPEN_LIST && this.#isObject) this.#list = { from: at + 1, to: at + 1, items: [] }
  }

  #leave(at: number) {
    if (this.#open === 2 && this.#list) {
      this.#endItem(at)
      this.#list.to = at
      if (this.lists.length < this.#most) this.lists.push(this.#list)
      else this.isLonger = true
      this.#list = null
    }
    this.#open -= 1
  }

  #endItem(at: number) {
    if (this.#item && this.#list) {
      this.#items += 1
      if (this.#items <= this.#most) this.#list.items.push({ ...this.#item, to: at })
      else this.isLonger = true
    }
    this.#item = null
  }
}

/** Where the quotation mark stands that ends it; not in this chunk where that is its length, and behind an escape where it is more. */
function endOfString(chunk: Uint8Array, from: number): number {
  let index = from
  for (; index < chunk.length; index += 1) {
    const byte = chunk[index]
    if (byte === QUOTE) return index
    if (byte === BACKSLASH) index += 1
  }
  return index
}
