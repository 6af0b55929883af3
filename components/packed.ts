/** A value as one text. What it is a text of is known to types alone. */
export type Packed<Value> = string & { readonly of?: Value }

/** Before the parts of a list; an object is its place among all objects, in a list of its own. */
const LIST = -1

/**
 * A JSON value in which each shape of its objects, and each object that it has several times, is written once. React writes and reads
 * every part of a value by itself, for the page's HTML and again for its data; of a text it does so once. It is JSON with ' for ":
 * within the page each " of a text is escaped.
 */
export function pack<Value>(value: Value): Packed<Value> {
  const [shapes, objects] = [new Map<string, number>(), new Map<string, number>()]
  const written = new Map<string, string>()
  const root = write(value)
  return `[[${[...shapes.keys()].join()}],[${[...objects.keys()].join()}],${root}]`

  function write(value: unknown): string {
    if (typeof value === 'string') return quoted(value)
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
    if (typeof value === 'boolean') return String(value)
    if (typeof value !== 'object' || value === null) return 'null'
    if (Array.isArray(value)) return `[${[LIST, ...value.map(write)].join()}]`
    let [names, parts] = ['', '']
    for (const name of Object.keys(value)) {
      const part = (value as Record<string, unknown>)[name]
      if (part === undefined) continue
      names += `${names && ','}${nameOf(name)}`
      parts += `,${write(part)}`
    }
    return `[${placeOf(`[${placeOf(`[${names}]`, shapes)}${parts}]`, objects)}]`
  }

  function nameOf(name: string): string {
    const known = written.get(name) ?? quoted(name)
    written.set(name, known)
    return known
  }
}

/** What was packed, another one of each call; objects that say the same are the same one. */
export function unpack<Value>(packed: Packed<Value>): Value {
  const [shapes, objects, root] = JSON.parse(swapQuotes(packed)) as [string[][], [number, ...unknown[]][], unknown]
  const made: unknown[] = []
  for (const [shape, ...parts] of objects) made.push(objectOf(shapes[shape] ?? [], parts.map(read)))
  return read(root) as Value

  function read(written: unknown): unknown {
    if (!Array.isArray(written)) return written
    return written[0] === LIST ? written.slice(1).map(read) : made[Number(written[0])]
  }
}

/** What has to be escaped, and what a page cannot be written with: halves of characters. */
const UNUSUAL = /[^ -!#-&(-[\]-\ud7ff]/

function quoted(text: string): string {
  return UNUSUAL.test(text) ? swapQuotes(JSON.stringify(text)) : `'${text}'`
}

function swapQuotes(text: string): string {
  if (!text.includes('"')) return text.replaceAll("'", '"')
  return text.replaceAll(/["']/g, (quote) => (quote === '"' ? "'" : '"'))
}

function placeOf(part: string, known: Map<string, number>): number {
  const place = known.get(part) ?? known.size
  known.set(part, place)
  return place
}

function objectOf(names: string[], parts: unknown[]): object {
  // To set this one would give it another prototype.
  if (names.includes('__proto__')) return Object.fromEntries(names.map((name, place) => [name, parts[place]]))
  const made: Record<string, unknown> = {}
  names.forEach((name, place) => (made[name] = parts[place]))
  return made
}
