import { Column, SQL, Subquery } from 'drizzle-orm'
import { NodePgSession } from 'drizzle-orm/node-postgres'
import type { PreparedQueryConfig } from 'drizzle-orm/pg-core'

type Session = NodePgSession<Record<string, never>, Record<string, never>>
type Prepared = Parameters<Session['prepareQuery']>
type Fields = NonNullable<Prepared[1]>
type Read = (value: unknown) => unknown
type Decoding = { decoder: { mapFromDriverValue: Read } }

/** Reads rows as Drizzle does, but looks up once a query how a column is read, and not once a value. */
export class QuickSession extends NodePgSession<Record<string, never>, Record<string, never>> {
  override prepareQuery<T extends PreparedQueryConfig>(...[query, fields, name, isArray, given, ...rest]: Prepared) {
    const read = given ?? (fields && reader(fields))
    return super.prepareQuery<T>(query, fields, name, isArray, read, ...rest)
  }
}

/** Undefined where rows have parts: Drizzle knows which of them an outer join has left out. */
function reader(fields: Fields) {
  if (fields.some(({ path }) => path.length > 1)) return undefined
  const columns = fields.map(({ path, field }) => ({ name: String(path[0]), read: readOf(field) }))
  return (rows: unknown[][]) => rows.map((values) => readRow(columns, values))
}

function readRow(columns: { name: string; read: Read }[], values: unknown[]) {
  const row: Record<string, unknown> = {}
  columns.forEach(({ name, read }, at) => {
    row[name] = values[at] === null ? null : read(values[at])
  })
  return row
}

function readOf(field: Fields[number]['field']): Read {
  if (field instanceof Column) return (value) => field.mapFromDriverValue(value)
  const { decoder } = sqlOf(field) as unknown as Decoding
  return (value) => decoder.mapFromDriverValue(value)
}

function sqlOf(field: Exclude<Fields[number]['field'], Column>): SQL {
  if (field instanceof Subquery) return field._.sql
  return field instanceof SQL.Aliased ? field.sql : field
}
