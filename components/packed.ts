/** A list of objects as one text. What they are is known to types alone. */
export type Packed<Row extends object> = string & { readonly of?: Row }

type Scalar = string | number | boolean | null
/** What the rows of a list have under one name: of each its own, what all of them have, what many share, or what their objects are made of. */
type Column = unknown[] | Scalar | Shared | Tables
/** Each value once, and in `places` a figure to the base 36 a row: which of them is its own. */
type Shared = { places: string; values: Scalar[] }
/** `at` is the place of each row's table, NOWHERE where it has no object. */
type Tables = { at: Column; tables: Table[] }
/** All objects that have these names and no others. */
type Table = [names: string[], columns: Column[]]

type Named = Record<string, unknown>

const NOWHERE = -1
const FIGURES = 36
/** Where fewer share one, to write each value once saves nothing. */
const ROWS_A_VALUE = 2

/**
 * A list column by column: names are written once, and once what all rows have. React writes and reads every part of a value by itself, for
 * the page's HTML and again for its data; of a text it does so once. It is JSON with ' for ": within the page each " of a text is escaped.
 */
export function pack<Row extends object>(rows: Row[]): Packed<Row> {
  return swapQuotes(JSON.stringify([rows.length, columnOf(rows)]))
}

/** What was packed, another one of each call. */
export function unpack<Row extends object>(packed: Packed<Row>): Row[] {
  const [length, column] = JSON.parse(swapQuotes(packed)) as [number, Column]
  const valueOf = reading(column, length)
  return Array.from({ length }, (_, row) => valueOf(row)) as Row[]
}

function columnOf(values: unknown[]): Column {
  const [first] = values
  if (isScalar(first) && values.every((value) => value === first)) return first
  if (values.length > 0 && values.every(isObjectOrNull)) return tablesOf(values)
  return values.every(isScalar) ? sharedBy(values) : values
}

function sharedBy(values: Scalar[]): Scalar[] | Shared {
  const known = [...new Set(values)]
  if (known.length > FIGURES || known.length * ROWS_A_VALUE > values.length) return values
  const figures = new Map(known.map((value, place) => [value, place.toString(FIGURES)]))
  return { places: values.map((value) => figures.get(value)).join(''), values: known }
}

function tablesOf(values: (object | null)[]): Tables {
  const kinds: { names: string[]; objects: object[] }[] = []
  const at = values.map((value) => {
    if (value === null) return NOWHERE
    const names = namesOf(value)
    const place = kinds.findIndex((kind) => areSame(kind.names, names))
    if (place < 0) return kinds.push({ names, objects: [value] }) - 1
    kinds[place]?.objects.push(value)
    return place
  })
  const tables = kinds.map(({ names, objects }): Table => {
    return [names, names.map((name) => columnOf(objects.map((object) => (object as Named)[name])))]
  })
  return { at: columnOf(at), tables }
}

/** What is not there is left out, as JSON leaves it out. */
function namesOf(object: object): string[] {
  const names = Object.keys(object)
  const values = object as Named
  return names.every((name) => values[name] !== undefined) ? names : names.filter((name) => values[name] !== undefined)
}

function areSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((name, place) => name === others[place])
}

function isObjectOrNull(value: unknown): value is object | null {
  return typeof value === 'object' && !Array.isArray(value)
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== 'object'
}

/** The value of each row. */
function reading(column: Column, length: number): (row: number) => unknown {
  if (Array.isArray(column)) return (row) => column[row]
  if (isScalar(column)) return () => column
  if ('values' in column) return (row) => column.values[parseInt(column.places.charAt(row), FIGURES)]
  const at = reading(column.at, length)
  const rows = Array.from({ length }, (_, row) => at(row))
  const left = column.tables.map((table, place) => objectsOf(table, rows.filter((other) => other === place).length))
  const objects = rows.map((place) => left[Number(place)]?.shift() ?? null)
  return (row) => objects[row]
}

function objectsOf([names, columns]: Table, length: number): Named[] {
  const objects = Array.from({ length }, (): Named => ({}))
  columns.forEach((column, place) => {
    const name = names[place] ?? ''
    const valueOf = reading(column, length)
    objects.forEach((object, row) => give(object, name, valueOf(row)))
  })
  return objects
}

function give(object: Named, name: string, value: unknown) {
  // To set this one would give it another prototype.
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
  else object[name] = value
}

/** JSON has no such character but escaped. */
const ASIDE = '\0'

function swapQuotes(json: string): string {
  return json.replaceAll("'", ASIDE).replaceAll('"', "'").replaceAll(ASIDE, '"')
}
