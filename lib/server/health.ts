import 'server-only'
import { pool } from '../db/client'
import { log } from '../log'

const LIMIT_MS = 2_000

/** Whether the database answers in time; why not goes to the log, since a probe is anybody. */
export async function isDatabaseReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LIMIT_MS)
  })
  try {
    return await Promise.race([
      pool()
        .query('SELECT 1')
        .then(() => true),
      late,
    ])
  } catch (cause) {
    log.error({ cause }, 'the database does not answer')
    return false
  } finally {
    clearTimeout(timer)
  }
}
