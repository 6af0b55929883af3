import { sql } from 'drizzle-orm'
import { NO_SCORES } from '../../assessment/scores'
import type { May } from '../../auth/viewer'
import { db } from '../../db/client'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import type { ExportedRow } from '../exported-row'

/** How many rows are read at once. */
export const BATCH = 200
/** How a table is written. */
export const STYLE = { separator: ',', decimal: '.', bom: false } as const

export async function givenExporter(teams?: string[]): Promise<May<'export.create'>> {
  return whoMay(await givenViewer(teams ? { teams } : {}), 'export.create')
}

/** So many interviews of the team, as they lie in the table. */
export async function givenMany(of: string, count: number) {
  await db()
    .execute(sql`INSERT INTO interviews (id, team_id, state, candidate_name, candidate_email, scores, content_hash)
    SELECT ${of} || '-' || n, ${of}, 'ready', 'Candidate number ' || n, n || '@example.com',
      ${JSON.stringify({ ...NO_SCORES, skills: 4 })}::jsonb, '' FROM generate_series(1, ${count}::int) n`)
}

export async function all(batches: AsyncIterable<ExportedRow[]>): Promise<ExportedRow[]> {
  const rows = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}

export async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}
