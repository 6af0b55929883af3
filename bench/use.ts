import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../lib/db/client'
import { type OnPostgres, onPostgres } from './on-postgres'
import { stockDatabase } from './pages/stock'
import { corpusInterview, wordOfRank } from './search-corpus'
import { storeMade } from './store-made'
import { measureMembersAtWork } from './use/members-at-work'
import { TELLS_MEMORY } from './use/memory-left'
import { measureOpenedAtOnce } from './use/opened-at-once'
import { measurePageViews } from './use/page-views'

/** Above those of the stock. */
const LONG = 1_000
const LONG_WORDS = 20_000
const CANDIDATES = Array.from({ length: 300 }, (_, index) => `bench_${index}`)
/** From common to rare. */
const WORDS = Array.from({ length: 60 }, (_, index) => wordOfRank(300 + index * 40))

/** What many page views, many long pages at once and many members at work do to a server, on PostgreSQL. */
export function measureUse() {
  return onPostgres(async (installation) => {
    const recorded = await findRecorded(installation)
    await stockDatabase()
    await storeMade(1, () => ({ ...corpusInterview(0, { words: LONG_WORDS, flows: 6 }), id: `bench_${LONG}` }))
    await db().execute(sql`VACUUM ANALYZE`)
    await measurePageViews(installation, CANDIDATES)
    await measureOpenedAtOnce(installation, `bench_${LONG}`)
    await measureMembersAtWork(installation, { candidates: CANDIDATES, recorded, words: WORDS })
  }, TELLS_MEMORY)
}

const list = z.object({ items: z.array(z.object({ id: z.string(), hasAudio: z.boolean() })) })

/** The samples that can be heard. */
async function findRecorded({ origin, cookie }: OnPostgres): Promise<string[]> {
  const response = await fetch(`${origin}/api/interviews?limit=100`, { headers: { cookie } })
  const { items } = list.parse(await response.json())
  return items.flatMap(({ id, hasAudio }) => (hasAudio ? [id] : []))
}
