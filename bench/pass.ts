import { sql } from 'drizzle-orm'
import { closePool, db } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { interviews } from '../lib/db/schema/interviews'
import { mirrorLists } from '../lib/db/schema/mirror'
import { findList } from '../lib/mirror/lists/state'
import { pull } from '../lib/mirror/pull/pull'
import { completedInterview } from '../lib/ribbon/testing/replies'
import { givenServer, type Answer } from '../lib/ribbon/testing/stub-server'
import { startPostgres, workOn } from './postgres'
import { secondsOf } from './seconds-of'

const INTERVIEWS = Number(process.env.BENCH_INTERVIEWS ?? 100_000)

/** A first pass over a list of this many short interviews, and one that finds all but one as they were; into PostgreSQL. */
export async function measurePass() {
  const ids = Array.from({ length: INTERVIEWS - 1 }, (_, index) => `int-${index}`)
  const ribbon = await givenServer(answerOf(ids))
  const postgres = await startPostgres()
  workOn(postgres, { RIBBON_API_KEY: crypto.randomUUID(), RIBBON_API_URL: ribbon.url })
  try {
    await migrate()
    const first = await secondsOf(passOn)
    ids.unshift('int-new')
    await db()
      .update(mirrorLists)
      .set({ passedAt: sql`now() - interval '8 days'` })
    const again = await secondsOf(passOn)
    await report({ first, again })
  } finally {
    await closePool()
    await postgres.stop()
    await ribbon[Symbol.asyncDispose]()
  }
}

/** From end to end, in as many pulls as that takes. */
async function passOn() {
  do await pull(() => Promise.resolve())
  while ((await findList('completed')).nextOffset > 0)
}

async function report(seconds: { first: number; again: number }) {
  const stored = await db().$count(interviews)
  const { seen, comparedAt, order } = await findList('completed')
  if (stored !== INTERVIEWS || seen !== INTERVIEWS || comparedAt === null)
    throw new Error(`${stored} interviews are stored and ${seen} were met, of ${INTERVIEWS}`)
  console.log(`\nWhole passes over ${INTERVIEWS} short interviews; the list is ${order}`)
  console.table(
    Object.entries(seconds).map(([pass, took]) => ({
      pass,
      seconds: Math.round(took),
      'interviews/s': Math.round(INTERVIEWS / took),
    })),
  )
}

/** A Ribbon of this list, without teams and flows. */
function answerOf(ids: string[]): Answer {
  const talk = completedInterview()
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://ribbon')
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))]
    const isCompleted = searchParams.get('status') === 'completed'
    const listed = isCompleted ? ids.slice(offset, offset + limit).map((id) => ({ ...talk, interview_id: id })) : []
    const name = pathname.split('/').at(-1)?.replace('-', '_') ?? ''
    response.end(JSON.stringify({ [name]: name === 'interviews' ? listed : [] }))
  }
}
