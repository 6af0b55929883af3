import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { startInstallation } from '../e2e/installation'
import { startPostgres } from './postgres'

const INTERVIEWS = Number(process.env.BENCH_INTERVIEWS ?? 10_000)
const SAMPLE_MS = 500

/** The memory of the server that pulls a whole archive, against that of the same server over an empty Ribbon; megabytes. */
export async function measureMemory() {
  const idle = await peakOver(0)
  const pulling = await peakOver(INTERVIEWS)
  console.log(`\nResident memory of the server while it pulls ${INTERVIEWS} interviews of 1,500 to 20,000 words`)
  console.table([{ 'idle MB': idle, 'peak MB': pulling, 'added MB': pulling - idle, ratio: pulling / idle }])
}

async function peakOver(interviews: number): Promise<number> {
  const postgres = await startPostgres()
  const sandboxOptions = ['--samples', 'none', '--interviews', String(interviews), '--seed', '1']
  const debrief = await startInstallation({ sandboxOptions, env: { DATABASE_URL: postgres.url }, members: [] })
  const database = new Client({ connectionString: postgres.url })
  await database.connect()
  try {
    let peak = 0
    do {
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS))
      peak = Math.max(peak, residentMegabytes(debrief.app.pid))
    } while (!(await isPulled(database, interviews)))
    return peak
  } finally {
    await database.end()
    await debrief.stop()
    await postgres.stop()
  }
}

async function isPulled(database: Client, interviews: number): Promise<boolean> {
  const { rows } = await database.query<{ done: boolean }>(
    `SELECT (SELECT count(*) FROM interviews) >= $1
      AND EXISTS (SELECT FROM jobs WHERE kind = 'mirror.pull' AND last_success_at IS NOT NULL) AS done`,
    [interviews],
  )
  return rows[0]?.done === true
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
