import { desc, eq, inArray, sql, Subquery, WithSubquery, type SQL } from 'drizzle-orm'
import { alias, integer, jsonb, PgDialect, pgTable, QueryBuilder, text, timestamp } from 'drizzle-orm/pg-core'
import { array, assert, constant, constantFrom, letrec, oneof, property, string, tuple } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { QuickDialect } from './quick-dialect'

const animals = pgTable('animals', {
  id: text('id'),
  legs: integer('legs'),
  facts: jsonb('facts'),
  seenAt: timestamp('seen "at"'),
})
const others = alias(animals, 'others')
const NAMED = [animals, others, animals.id, others.legs, sql.identifier('a "name"'), sql`count(*)`.as('how_many')]
const VALUES = [
  null,
  undefined,
  4,
  true,
  'a text',
  ['a', 'list'],
  new Date(0),
  { a: 'value' },
  sql.param({ an: 'animal' }, animals.facts),
]
const RARE = [
  sql.placeholder('later'),
  sql.param(sql.placeholder('later'), animals.facts),
  sql`${'inlined'}`.inlineParams(),
  new Date(0),
]

const lowered = sql.param('A Text', { mapToDriverValue: (value: string) => sql`lower(${value})` })

/** Queries with others in them. */
const { queries } = letrec<{ parts: unknown; queries: SQL }>((tie) => ({
  parts: oneof(
    { maxDepth: 4 },
    constantFrom<unknown>(...NAMED, ...VALUES, lowered),
    tie('queries'),
    array(tie('parts'), { maxLength: 3 }),
    tuple(tie('queries'), constantFrom(Subquery, WithSubquery)).map(
      ([query, Made]) => new Made(query, {}, 'within', Made === WithSubquery),
    ),
    tie('queries').map((query) =>
      new QueryBuilder().select({ id: animals.id }).from(animals).where(query).orderBy(desc(animals.legs)).limit(3),
    ),
    constantFrom('a', 'b').map((id) => eq(animals.id, id)),
    array(string()).map((ids) => (ids.length === 0 ? sql`false` : inArray(animals.id, ids))),
    constantFrom<unknown>(...RARE),
  ),
  queries: tuple(array(tie('parts'), { maxLength: 5 }), oneof(constant(undefined), constant(sql`, `))).map(
    ([parts, separator]) => sql.join(parts as SQL[], separator),
  ),
}))

test('every query is written as Drizzle writes it, with the same parameters', () => {
  const [ours, theirs] = [new QuickDialect(), new PgDialect()]
  assert(
    property(queries, (query) => {
      const { sql: written, params } = theirs.sqlToQuery(query)
      expect(ours.sqlToQuery(query)).toMatchObject({ sql: written, params })
    }),
    { numRuns: 2_000 },
  )
})

test('what stands in the queries of a page is written without Drizzle once its names are known', () => {
  const ours = new QuickDialect()
  const within = new Subquery(sql`SELECT ${animals.id} FROM ${animals}`, {}, 'within')
  const legs = new QueryBuilder().select({ legs: animals.legs }).from(animals).orderBy(desc(animals.legs))
  const query = sql`SELECT ${animals.id}, ${1}, ${legs} FROM ${within} WHERE ${inArray(animals.id, ['a', 'b'])}`
  const written = ours.sqlToQuery(query)
  const asked = vi.spyOn(PgDialect.prototype, 'sqlToQuery')
  expect(ours.sqlToQuery(query)).toEqual(written)
  expect(asked).not.toHaveBeenCalled()
})

function isAnyOf(ids: string[]) {
  return sql`${animals.id} = ANY(${sql.param(ids)}::text[])`
}

test('a list is sent once, however often it stands in a query, and another list that says the same is another', () => {
  const ids = ['a', 'b']
  const { sql: text, params } = new QuickDialect().sqlToQuery(
    sql`${isAnyOf(ids)} OR ${isAnyOf([...ids])} OR ${isAnyOf(ids)} OR ${1}`,
  )
  expect(text.match(/\$\d/g)).toEqual(['$1', '$2', '$1', '$3'])
  expect(params).toEqual([ids, ids, 1])
})
