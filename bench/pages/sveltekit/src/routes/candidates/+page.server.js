import { pool } from '$lib/pool'
import { listRows } from '../../../rows.mjs'

export async function load() {
  return { rows: await listRows(pool) }
}
