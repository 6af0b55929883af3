import { sql } from 'drizzle-orm'
import { FIRST_ROWS } from '../components/candidates/table/first-rows'
import { closePool, db } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { givenViewer } from '../lib/db/testing/fixtures'
import { givenFlow } from '../lib/db/testing/interview'
import { parseInterviewFilter } from '../lib/interviews/list/filter'
import { MOST_COUNTED, type Counting } from '../lib/interviews/list/counted'
import { findNeighbours, listInterviews } from '../lib/interviews/list/queries'
import { interviewId } from '../lib/interviews/interview-id'
import { percentile } from './percentile'
import { startPostgres, workOn } from './postgres'
import { round } from './round'
import { corpusInterview, hanPair, wordOfRank } from './search-corpus'
import { storeMade } from './store-made'

const INTERVIEWS = Number(process.env.BENCH_INTERVIEWS ?? 10_000)
const WORDS = Number(process.env.BENCH_WORDS ?? 1_500)
const FLOWS = 20
const RUNS = 60
const BASELINE_RUNS = 5

type Operation = {
  name: string
  filter: (run: number) => string
  /** Who stands beside the interview of this number in that list, in place of the list. */
  around?: (run: number) => number
  /** What the same search looks for by ILIKE. */
  text?: (run: number) => string
}

const phrase = (run: number) => `${wordOfRank(1 + (run % 3))} ${wordOfRank(4 + (run % 3))}`
const OPERATIONS: Operation[] = [
  { name: 'list', filter: () => '' },
  { name: 'filter', filter: (run) => `flow=flow_${run % FLOWS}&score=3..4.5` },
  { name: 'sort', filter: (run) => `sort=${['-score', 'candidate', 'duration', '-talk'][run % 4]}` },
  { name: 'neighbours', filter: () => '', around: (run) => (run * 7_919) % INTERVIEWS },
  { name: 'neighbours by name', filter: () => 'sort=candidate', around: (run) => (run * 7_919) % INTERVIEWS },
  search('rare word', (run) => wordOfRank(20_000 + run * 37)),
  search('common word', (run) => wordOfRank(1 + (run % 5))),
  search('phrase of common words', phrase, (text) => `"${text}"`),
  search('two Chinese characters', (run) => hanPair(1 + (run % 7), 1 + (run % 5))),
  search('prefix while typing', (run) => wordOfRank(300 + run).slice(0, 5)),
]

function search(name: string, text: (run: number) => string, asQuery = (word: string) => word): Operation {
  return { name, text, filter: (run) => String(new URLSearchParams({ q: asQuery(text(run)) })) }
}

/** Lists and searches as the app asks for them, on PostgreSQL; against ILIKE over the same talks. */
export async function measureSearch() {
  const postgres = await startPostgres()
  workOn(postgres, { RIBBON_API_KEY: crypto.randomUUID() })
  try {
    await migrate()
    await load()
    await sizes()
    await compare()
  } finally {
    await closePool()
    await postgres.stop()
  }
}

async function load() {
  const began = performance.now()
  for (let flow = 0; flow < FLOWS; flow++)
    await givenFlow({ id: `flow_${flow}`, title: `Flow ${wordOfRank(flow + 900)}` })
  await db().execute(sql`CREATE TABLE plain (interview_id text PRIMARY KEY, talk text NOT NULL)`)
  const make = (index: number) => corpusInterview(index, { words: WORDS, flows: FLOWS })
  await storeMade(INTERVIEWS, make, async (page) => {
    const plain = page.map(({ id, segments }) => ({ id, talk: segments.map(({ text }) => text).join('\n') }))
    await db().execute(
      sql`INSERT INTO plain SELECT * FROM jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) AS p (id text, talk text)`,
    )
  })
  await db().execute(sql`VACUUM ANALYZE`)
  console.log(
    `\n${INTERVIEWS} interviews of ${WORDS} words, stored in ${Math.round((performance.now() - began) / 1000)} s`,
  )
}

async function sizes() {
  const parts = {
    rows: 'interviews',
    'search index': 'interviews_lexemes',
    texts: 'interview_texts',
    transcripts: 'transcripts',
  }
  const measured = Object.entries(parts).map(async ([part, relation]) => {
    const { rows } = await db().execute<{ bytes: string }>(
      sql`SELECT pg_total_relation_size(${relation}::regclass) AS bytes`,
    )
    const bytes = Number(rows[0]?.bytes)
    return { part, MB: round(bytes / 1e6), 'kB an interview': round(bytes / 1e3 / INTERVIEWS) }
  })
  console.table(await Promise.all(measured))
}

async function compare() {
  const viewer = await givenViewer({ role: 'admin' })
  const rows = []
  for (const { name, filter, around, text } of OPERATIONS) {
    const runs = Array.from({ length: RUNS }, (_, run) => run)
    const filterOf = (run: number, total: Counting) => ({
      ...parseInterviewFilter(new URLSearchParams(filter(run))),
      total,
    })
    const ask = async (run: number, limit?: number) => {
      const asked = filterOf(run, 'bounded')
      if (around) await findNeighbours(viewer, asked, interviewId.parse(`bench_${around(run)}`))
      else await listInterviews(viewer, limit === undefined ? asked : { ...asked, limit })
    }
    const times = await timesOf(runs, (run) => ask(run))
    // What is typed is searched for by the rows in sight first.
    const firstTimes = text ? await timesOf(runs, (run) => ask(run, FIRST_ROWS)) : null
    const found = (await listInterviews(viewer, filterOf(RUNS - 1, 'exact'))).total
    const baseline = text
      ? await timesOf(
          Array.from({ length: BASELINE_RUNS }, (_, run) => text(run)),
          scan,
        )
      : null
    rows.push({
      operation: name,
      found,
      'first rows p50 ms': firstTimes && round(percentile(firstTimes, 50)),
      'p95 ms': firstTimes && round(percentile(firstTimes, 95)),
      'page p50 ms': round(percentile(times, 50)),
      'page p95 ms': round(percentile(times, 95)),
      'ILIKE p50 ms': baseline && round(percentile(baseline, 50)),
      ratio: baseline && Math.round(percentile(baseline, 50) / percentile(times, 50)),
    })
  }
  console.table(rows)
}

/** The first page and whether there are more than a thousand, by reading every talk. */
async function scan(text: string) {
  await db().execute(sql`
    SELECT i.*, (SELECT count(*) FROM (SELECT FROM plain WHERE talk ILIKE ${`%${text}%`} LIMIT ${MOST_COUNTED + 1}) AS counted) AS total
    FROM interviews i JOIN plain p ON p.interview_id = i.id
    WHERE p.talk ILIKE ${`%${text}%`} ORDER BY i.first_seen_at DESC, i.id LIMIT 51`)
}

async function timesOf<Argument>(each: Argument[], run: (argument: Argument) => Promise<void>): Promise<number[]> {
  const [first] = each
  if (first !== undefined) await run(first)
  const times: number[] = []
  for (const argument of each) {
    const began = performance.now()
    await run(argument)
    times.push(performance.now() - began)
  }
  return times
}
