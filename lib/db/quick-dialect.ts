import { Column, Name, Param, Placeholder, SQL, StringChunk, Subquery, Table, type SQLChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder'

const SEPARATOR = new StringChunk(', ')

type Written = ReturnType<PgDialect['sqlToQuery']>

/**
 * Writes a query as Drizzle does, several times as fast: Drizzle asks of each part whether it is one of fifteen kinds, class by class, and
 * copies text and parameters at each level. A query with a part of any other kind Drizzle itself writes.
 */
export class QuickDialect extends PgDialect {
  readonly #named = new WeakMap<Column | Table, string>()

  override sqlToQuery(query: SQL, invokeSource?: 'indexes'): Written {
    const written: Written = { sql: '', params: [] }
    const isWhole = invokeSource === undefined && this.#write(query, written)
    return isWhole ? written : super.sqlToQuery(query, invokeSource)
  }

  /** False where it is of another kind. */
  #write(part: unknown, to: Written): boolean {
    if (part instanceof StringChunk) to.sql += part.value.join('')
    else if (part instanceof Name) to.sql += this.escapeName(part.value)
    else if (part instanceof Column || part instanceof Table) to.sql += this.#nameOf(part)
    else if (part instanceof SQL) return !part['shouldInlineParams'] && this.#writeAll(part.queryChunks, to)
    else if (part instanceof Param) return !(part.value instanceof Placeholder) && this.#writeParam(part, to)
    else if (part instanceof Subquery) return this.#writeSubquery(part, to)
    else if (part instanceof SQL.Aliased) to.sql += this.escapeName(part.fieldAlias)
    else if (part instanceof TypedQueryBuilder) return this.#writeWithin(part.getSQL(), to)
    else if (Array.isArray(part)) return this.#writeList(part, to)
    else if (isBound(part)) to.sql += this.escapeParam(to.params.push(part) - 1)
    else return part === undefined
    return true
  }

  #writeAll(parts: readonly unknown[], to: Written): boolean {
    for (const part of parts) if (!this.#write(part, to)) return false
    return true
  }

  #writeWithin(part: unknown, to: Written): boolean {
    to.sql += '('
    const isWhole = this.#write(part, to)
    to.sql += ')'
    return isWhole
  }

  #writeList(parts: unknown[], to: Written): boolean {
    const separated = parts.flatMap((part, at) => (at === 0 ? [part] : [SEPARATOR, part]))
    return this.#writeWithin(new SQL(separated as SQLChunk[]), to)
  }

  #nameOf(part: Column | Table): string {
    const name = this.#named.get(part) ?? super.sqlToQuery(new SQL([part])).sql
    this.#named.set(part, name)
    return name
  }

  #writeParam({ value, encoder }: Param, to: Written): boolean {
    const bound: unknown = value === null ? null : encoder.mapToDriverValue(value)
    if (bound instanceof SQL) return this.#write(bound, to)
    // A list that stands there already is sent once: a member's scope is asked for many times in a search.
    const known = Array.isArray(bound) ? to.params.indexOf(bound) : -1
    to.sql += this.escapeParam(known < 0 ? to.params.push(bound) - 1 : known)
    return true
  }

  #writeSubquery({ _: { sql, alias, isWith } }: Subquery, to: Written): boolean {
    const isWhole = isWith || this.#writeWithin(sql, to)
    to.sql += `${isWith ? '' : ' '}${this.escapeName(alias)}`
    return isWhole
  }
}

/** A value as it stands in a query, without anybody who says how it is encoded. */
function isBound(part: unknown): boolean {
  return part === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof part)
}
