// Whatever a list is sorted by, its pages and who stands beside a candidate are those of one order.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { SCORE_NAMES } from '../../assessment/scores'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, givenFlow } from '../../db/testing/interview'
import { STATUSES } from '../status'
import { parseInterviewFilter } from './filter'
import { findNeighbours, listAllIds, listInterviews } from './queries'
import { SORT_KEYS } from './sort'

const COUNT = 30
const LIMIT = 8
/** Of the scores one stands for all. */
const KEYS = SORT_KEYS.filter((key) => key === 'skills' || !SCORE_NAMES.some((name) => name === key))
const SORTS = KEYS.flatMap((key) => [key, `-${key}`])
const FILTERS = ['', 'state=ready&invalid=no']

/** One of so few that many are alike, for this interview and purpose. */
const oneOf = (count: number, purpose: string) =>
  sql.raw(`(abs(hashtext(place || '${purpose}'))::bigint % ${count})::int`)
const PLACES = sql`(SELECT id, substr(id, 5)::int AS place FROM interviews) AS places`
const statusOf = sql.raw(`(ARRAY['${STATUSES.join(`','`)}'])`)

let viewer: Viewer
beforeAll(async () => {
  viewer = await givenViewer()
  const colleague = await givenViewer()
  for (const id of ['shown', 'hidden', 'default']) await givenFlow({ id, title: id === 'default' ? 'Hidden' : id })
  await db().execute(sql`INSERT INTO flow_settings (flow_id, blind_colleagues, blind_assessment)
    VALUES ('shown', false, false), ('hidden', true, true)`)
  await db().execute(sql`
    INSERT INTO interviews (id, flow_id, team_id, state, candidate_key, candidate_email, scores, general_score, duration, talk,
      has_audio, content_hash, first_seen_at)
    SELECT 'int-' || lpad(place::text, 2, '0'), (ARRAY['shown', 'hidden', 'default', NULL])[1 + ${oneOf(4, 'flow')}],
      'team-' || ${oneOf(2, 'team')}, (ARRAY['ready', 'ready', 'not_taken'])[1 + ${oneOf(3, 'state')}],
      nullif('c' || ${oneOf(4, 'name')}, 'c0'), nullif('e' || ${oneOf(4, 'email')}, 'e0'),
      jsonb_build_object('skills', nullif(${oneOf(4, 'skills')}, 0)), nullif(${oneOf(4, 'score')}, 0), nullif(${oneOf(4, 'long')}, 0),
      nullif(${oneOf(3, 'talk')}, 0), ${oneOf(2, 'audio')} = 0, '',
      timestamptz '2026-01-01' + ${oneOf(6, 'arrival')} * interval '1 microsecond'
    FROM generate_series(0, ${COUNT - 1}::int) AS place`)
  for (const { memberId } of [viewer, colleague]) {
    const of = (purpose: string) => oneOf(3, `${purpose} of ${memberId === viewer.memberId ? 'mine' : 'theirs'}`)
    await db().execute(sql`INSERT INTO votes (interview_id, member_id, vote, "cast")
      SELECT id, ${memberId}, (ARRAY['hire', 'no_hire'])[1 + ${oneOf(2, 'vote')}], 'blind' FROM ${PLACES} WHERE ${of('votes')} = 0`)
    await db().execute(sql`INSERT INTO notes (id, interview_id, author_id, body)
      SELECT gen_random_uuid(), id, ${memberId}, 'x' FROM ${PLACES} WHERE ${of('notes')} = 0`)
  }
  await db().execute(sql`INSERT INTO reveals (interview_id, member_id, "by", shows_assessment, shows_colleagues)
    SELECT interview_id, member_id, 'vote', true, true FROM votes WHERE member_id = ${viewer.memberId}`)
  await db().execute(sql`INSERT INTO listening_progress (interview_id, member_id, progress)
    SELECT id, ${viewer.memberId}, (ARRAY['begun', 'heard'])[1 + ${oneOf(2, 'heard')}] FROM ${PLACES} WHERE ${oneOf(3, 'you')} = 0`)
  await db().execute(sql`WITH given AS (
      INSERT INTO status_versions (id, interview_id, status, set_by)
      SELECT gen_random_uuid(), id, ${statusOf}[1 + ${oneOf(STATUSES.length, 'status')}], ${colleague.memberId}::uuid FROM ${PLACES}
        WHERE ${oneOf(2, 'decided')} = 0
      RETURNING interview_id, id)
    INSERT INTO statuses (interview_id, version_id) SELECT interview_id, id FROM given`)
})

const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))

test.each(SORTS)('sorted by %s, pages and neighbours are those of the whole list', async (sort) => {
  for (const narrowed of FILTERS) {
    const filter = filterOf(`sort=${sort}&limit=${LIMIT}&${narrowed}`)
    const all = await listAllIds(viewer, filter, COUNT)
    expect(all.length).toBeGreaterThan(LIMIT)

    const read: string[] = []
    for (let cursor: string | null = null, isEnd = false; !isEnd && read.length <= COUNT; isEnd = cursor === null) {
      const { items, nextCursor } = await listInterviews(viewer, { ...filter, cursor })
      read.push(...items.map(({ id }) => id))
      cursor = nextCursor
    }
    expect(read).toEqual(all)

    for (const [at, id] of all.entries())
      expect(await findNeighbours(viewer, filter, id)).toEqual({
        ...{ previous: all[at - 1] ?? null, next: all[at + 1] ?? null },
        ...{ position: at + 1, total: all.length },
      })
  }
})

test('who is not in a list has no neighbours there, whatever it is sorted by', async () => {
  const outside = (await listAllIds(viewer, filterOf('state=not_taken'), 1))[0] ?? asId('')
  for (const sort of SORTS)
    expect(await findNeighbours(viewer, filterOf(`sort=${sort}&state=ready`), outside)).toBeNull()
})

test('sorted by status, of one status what arrived last comes first, to the microsecond', async () => {
  const filter = filterOf(`sort=status&limit=${COUNT}`)
  const { items } = await listInterviews(viewer, filter)
  const { rows } = await db().execute<{ id: string; at: string }>(
    sql`SELECT id, extract(epoch FROM first_seen_at)::text AS at FROM interviews`,
  )
  const arrivals = new Map(rows.map(({ id, at }) => [id, at]))
  const places = items.map(({ id, status }) => ({ id, rank: STATUSES.indexOf(status), at: arrivals.get(id) ?? '' }))
  expect(new Set(places.map(({ at }) => at)).size).toBe(6)
  expect(places).toEqual(
    places.toSorted((a, b) => a.rank - b.rank || b.at.localeCompare(a.at) || a.id.localeCompare(b.id)),
  )
  const falling = await listAllIds(viewer, filterOf('sort=-status'), COUNT)
  expect(falling).toEqual(items.map(({ id }) => id).toReversed())
})
