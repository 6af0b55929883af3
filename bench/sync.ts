import { z } from 'zod'
import { freePort } from '../e2e/free-port'
import { startProgram, stopProgram, untilAnswering } from '../e2e/program'
import { closePool, db } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { interviews } from '../lib/db/schema/interviews'
import { processNext } from '../lib/jobs/process'
import { schedule } from '../lib/jobs/recurring'
import { pulling } from '../lib/mirror/pull/job'
import { reindexing } from '../lib/mirror/reindex-job'
import { startPostgres, workOn } from './postgres'
import { secondsOf } from './seconds-of'

const INTERVIEWS = Number(process.env.BENCH_INTERVIEWS ?? 300)
const A_PAGE = 20

const page = z.object({ interviews: z.array(z.unknown()) })

/** A first pull of everything into PostgreSQL, against downloading and parsing the same pages, and the indexing that follows it. */
export async function measureSync() {
  const key = crypto.randomUUID()
  const port = await freePort()
  const command = ['--import', 'tsx', 'sandbox/main.ts', '--port', String(port), '--key', key, '--samples', 'none']
  const sandbox = startProgram([...command, '--interviews', String(INTERVIEWS), '--seed', '1'], {})
  const api = `http://127.0.0.1:${port}/be-api`
  await untilAnswering(`http://127.0.0.1:${port}`, sandbox)
  const postgres = await startPostgres()
  workOn(postgres, { RIBBON_API_KEY: key, RIBBON_API_URL: api })
  try {
    await migrate()
    await download(api, key)
    const before = await secondsOf(() => download(api, key))
    await schedule([pulling, reindexing])
    const pulled = await secondsOf(() => processNext([pulling]))
    const after = await secondsOf(() => download(api, key))
    const indexed = await secondsOf(() => processNext([reindexing]))
    report(await db().$count(interviews), { pulled, indexed, downloaded: (before + after) / 2 })
  } finally {
    await closePool()
    await postgres.stop()
    await stopProgram(sandbox)
  }
}

type Seconds = { pulled: number; indexed: number; downloaded: number }

function report(stored: number, { pulled, indexed, downloaded }: Seconds) {
  console.log(
    `\nA first pull of ${stored} interviews of 1,500 to 20,000 words, against downloading and parsing the same`,
  )
  console.table([
    {
      'interviews/s': round(stored / pulled),
      'downloaded and parsed/s': round(stored / downloaded),
      ratio: round(downloaded / pulled),
      'indexed after it/s': round(stored / indexed),
      'readable and searchable/s': round(stored / (pulled + indexed)),
    },
  ])
}

async function download(api: string, key: string) {
  for (const status of ['incomplete', 'completed']) {
    for (let offset = 0; ; offset += A_PAGE) {
      const url = `${api}/v1/interviews?status=${status}&limit=${A_PAGE}&offset=${offset}`
      const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
      if (page.parse(JSON.parse(await response.text())).interviews.length < A_PAGE) break
    }
  }
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
