import { sql } from 'drizzle-orm'
import { db } from '../client'

/** Every row of every table but these, by table, as text. */
export async function everyRow({ but = [] }: { but?: string[] } = {}): Promise<Record<string, unknown>> {
  const { rows: tables } = await db().execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const contents: Record<string, unknown> = {}
  for (const { name } of tables.filter((table) => !but.includes(table.name))) {
    const { rows } = await db().execute(sql`SELECT to_jsonb(t)::text AS row FROM ${sql.identifier(name)} t ORDER BY 1`)
    contents[name] = rows
  }
  return contents
}
