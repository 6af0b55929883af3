// A search for what many flows are called finds the same as one for what many say, and is never too much to be asked.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '../db/client'
import { givenViewer } from '../db/testing/fixtures'
import { storeFlows } from '../mirror/store/flows'
import { takePlace } from '../mirror/store/order'
import { EVERYTHING, type InterviewFilter } from '../interviews/list/filter'
import { listInterviews } from '../interviews/list/queries'

const FLOWS = 10_000
const AT_ONCE = 500
/** Each flow's title has all of them. */
const WORDS = Array.from({ length: 25 }, (_, place) => `word${place}q`)
const TEAM = 'team of many flows'

const idOf = (place: number) => `flow-${String(place).padStart(5, '0')}`
const flowIds = Array.from({ length: FLOWS }, (_, place) => idOf(place))

/** One interview each, of which every tenth says `often` and the fourth `once`; and one of no flow, which says a word of the titles. */
beforeAll(async () => {
  for (let from = 0; from < FLOWS; from += AT_ONCE) {
    const asked = await takePlace()
    const some = flowIds.slice(from, from + AT_ONCE).map((id) => ({ ...flow(id), asked }))
    await storeFlows(some)
  }
  await db().execute(sql`
    INSERT INTO interviews (id, flow_id, team_id, state, candidate_key, scores, content_hash, first_seen_at, lexemes)
    SELECT 'int-' || place, CASE WHEN place < ${FLOWS} THEN 'flow-' || lpad(place::text, 5, '0') END, ${TEAM}, 'ready', place::text, '{}', '',
      timestamptz '2026-01-01' + place * interval '1 second',
      array_to_tsvector(array_remove(ARRAY['f:flow-' || lpad(place::text, 5, '0'), 's:hay', CASE WHEN place % 10 = 0 THEN 's:often' END,
        CASE WHEN place = 4 THEN 's:once' END, CASE WHEN place >= ${FLOWS} THEN 's:word3q' END], NULL))
    FROM generate_series(0, ${FLOWS}::int) AS place`)
})

function flow(id: string) {
  const title = `${WORDS.join(' ')} ${id === idOf(7) ? 'seventh' : 'role'}`
  return { id, teamId: TEAM, title, orgName: null, questions: [], language: 'en-US', hasVideo: false }
}

const counted = async (asked: Partial<InterviewFilter>, scope = {}) =>
  (await listInterviews(await givenViewer(scope), { ...EVERYTHING, ...asked })).total

test.each([
  [WORDS.join(' '), FLOWS],
  [`flow:${WORDS.slice(0, 12).join(' flow:')}`, FLOWS],
  ['word3q', FLOWS + 1],
  ['said:word3q', 1],
  ['word3q word4q', FLOWS],
  ['word3', FLOWS + 1],
  ['"word3q word4q word5q"', FLOWS],
  ['"word3q word5q"', 0],
  ['-word3q', 0],
  ['-flow:word3q', 1],
  ['-flow:word3q word3q', 1],
  [`${WORDS.join(' ')} once`, 1],
  ['word3q often', FLOWS / 10 + 1],
  ['word3q -often', FLOWS - FLOWS / 10],
  ['seventh word3q', 1],
  ['word3q nowhere', 0],
])('%j finds whatever a flow of these says or an interview itself', async (q, expected) => {
  expect(await counted({ q })).toBe(expected)
})
