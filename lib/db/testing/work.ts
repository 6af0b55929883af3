import { z } from 'zod'
import { pool } from '../client'

/** A statement as the database was asked, with its parameters. */
export type Statement = { text: string; values: unknown[] }

type Plan = {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Plan[]
}
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.custom<Plan>() })]) }))

/** How it is found, and how many rows are looked at for it; of what is no query nothing. As where tables are large: by their indexes. */
export async function workOf({ text, values }: Statement) {
  if (!/^\s*(?:select|with|insert|update|delete)\b/i.test(text)) return { how: text, rows: 0 }
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values)
    const [{ 'QUERY PLAN': told }] = explained.parse(rows) as [z.infer<typeof explained>[number]]
    return { how: JSON.stringify(shapeOf(told[0].Plan)), rows: rowsOf(told[0].Plan) }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const shapeOf = ({ 'Node Type': node, 'Index Name': index, Plans = [] }: Plan): unknown => [
  node,
  index,
  Plans.map(shapeOf),
]

function rowsOf(plan: Plan): number {
  const left = [
    'Actual Rows',
    'Rows Removed by Filter',
    'Rows Removed by Index Recheck',
    'Rows Removed by Join Filter',
  ] as const
  const own = left.reduce((sum, name) => sum + (plan[name] ?? 0), 0) * plan['Actual Loops']
  return (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), own)
}
