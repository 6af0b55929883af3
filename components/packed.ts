/** A value as one text. What it is a text of is known to types alone. */
export type Packed<Value> = string & { readonly of?: Value }

/** Before the parts of a list; an object is its place among all objects, in a list of its own. */
const LIST = -1

/**
 * A JSON value in which each shape of its objects, and each object that it has several times, is written once. React writes and reads
 * every part of a value by itself, for the page's HTML and again for its data; of a text it does so once.
 */
export function pack<Value>(value: Value): Packed<Value> {
  const [shapes, objects] = [new Map<string, number>(), new Map<string, number>()]
  const root = JSON.stringify(write(value))
  return swapQuotes(`[[${[...shapes.keys()].join()}],[${[...objects.keys()].join()}],${root}]`)

  function write(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return [LIST, ...value.map(write)]
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    const shape = placeOf(
      entries.map(([name]) => name),
      shapes,
    )
    return [placeOf([shape, ...entries.map(([, part]) => write(part))], objects)]
  }
}

/** What was packed, another one of each call; objects that say the same are the same one. */
export function unpack<Value>(packed: Packed<Value>): Value {
  const [shapes, objects, root] = JSON.parse(swapQuotes(packed)) as [string[][], [number, ...unknown[]][], unknown]
  const made: unknown[] = []
  for (const [shape, ...parts] of objects)
    made.push(Object.fromEntries(shapes[shape]?.map((name, place) => [name, read(parts[place])]) ?? []))
  return read(root) as Value

  function read(written: unknown): unknown {
    if (!Array.isArray(written)) return written
    return written[0] === LIST ? written.slice(1).map(read) : made[Number(written[0])]
  }
}

/** Within the page each `"` of a text is three bytes more, being escaped twice, and no `'` is. */
function swapQuotes(text: string): string {
  return text.replaceAll(/["']/g, (quote) => (quote === '"' ? "'" : '"'))
}

function placeOf(part: unknown, known: Map<string, number>): number {
  const written = JSON.stringify(part)
  const place = known.get(written) ?? known.size
  known.set(written, place)
  return place
}
