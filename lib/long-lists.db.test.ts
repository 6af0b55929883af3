// Whatever grows with a company is asked for by statements that do not: who is given ten thousand flows is answered as everybody is.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { listAttempts } from './attempts/queries'
import type { Viewer } from './auth/viewer'
import { listFlowsToCompare } from './compare/queries'
import { closePool, db, limitStatements, LONG_STATEMENT_MS } from './db/client'
import { again, givenViewer } from './db/testing/fixtures'
import { asId } from './db/testing/interview'
import { listExportedRows } from './exports/queries'
import { listTeamsAndFlows } from './flows/queries'
import { parseInterviewFilter } from './interviews/list/filter'
import { countChoices, findNeighbours, findNews, listAllIds, listInterviews } from './interviews/list/queries'
import { requireSince } from './interviews/list/since'
import { findQueue, findReviewNews } from './queue/queries'
import { findCoverage } from './search/find-coverage'
import { listSplits } from './votes/agenda/queries'

const INTERVIEWS = 70_000
const FLOWS = 10_000
const TEAMS = 1_000
/** Every flow is called by all of them, and every interview says the fourth. */
const WORDS = Array.from({ length: 25 }, (_, place) => `word${place}q`).join(' ')

const idOf = (place: number) => asId(`int-${String(place).padStart(6, '0')}`)
const ids = Array.from({ length: INTERVIEWS }, (_, place) => idOf(place))
const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))

beforeAll(async () => {
  // Whether it is answered does not depend on what else the machine does.
  await closePool()
  limitStatements(LONG_STATEMENT_MS)
  await db().execute(sql`INSERT INTO flows (id, team_id, title, title_key, questions, content_hash)
    SELECT 'flow-' || place, 'team-' || place % ${TEAMS}, ${WORDS}, '', '[]', '' FROM generate_series(0, ${FLOWS - 1}::int) AS place`)
  await db().execute(sql`INSERT INTO flow_texts (flow_id, title, lexemes, rules)
    SELECT id, ' ' || title || ' ', array_to_tsvector(ARRAY(SELECT 't:' || word FROM unnest(string_to_array(title, ' ')) AS word)), 4
    FROM flows`)
  await db().execute(sql`INSERT INTO teams (id, name)
    SELECT 'team-' || place, 'Team' FROM generate_series(0, ${TEAMS - 1}::int) AS place`)
  await db().execute(sql`
    INSERT INTO interviews (id, flow_id, team_id, state, candidate_email, candidate_key, scores, content_hash, first_seen_at, lexemes)
    SELECT 'int-' || lpad(place::text, 6, '0'), 'flow-' || place % ${FLOWS}, 'team-' || place % ${TEAMS}, 'ready',
      'c' || place || '@example.com', lpad(place::text, 6, '0'), '{}', '', timestamptz '2026-01-01' + place * interval '1 second',
      '''s:hay'' ''s:word3q'''::tsvector
    FROM generate_series(0, ${INTERVIEWS - 1}::int) AS place`)
  await db().execute(sql`ANALYZE`)
})

async function givenFlows({ memberId }: Viewer) {
  await db().execute(sql`INSERT INTO member_flows (member_id, flow_id)
    SELECT ${memberId}::uuid, 'flow-' || place FROM generate_series(0, ${FLOWS - 1}::int) AS place`)
}

async function givenTeams({ memberId }: Viewer) {
  await db().execute(sql`INSERT INTO member_teams (member_id, team_id)
    SELECT ${memberId}::uuid, 'team-' || place FROM generate_series(0, ${TEAMS - 1}::int) AS place`)
}

async function givenInterviews({ memberId }: Viewer) {
  await db().execute(sql`INSERT INTO member_interviews (member_id, interview_id)
    SELECT ${memberId}::uuid, id FROM interviews`)
}

/** What a member is given besides what nobody is; null for everything. */
const SCOPES: Record<string, ((viewer: Viewer) => Promise<void>)[] | null> = {
  everything: null,
  'ten thousand flows': [givenFlows],
  'all of these one by one': [givenFlows, givenTeams, givenInterviews],
}

const searching = (search: string) => (viewer: Viewer) =>
  listInterviews(viewer, filterOf(search)).then(({ total }) => total)

/** Each with what it tells of all interviews. */
const ASKS: Record<string, [(viewer: Viewer) => Promise<unknown>, unknown]> = {
  'a list': [searching(''), INTERVIEWS],
  'a list by score': [searching('sort=-score'), INTERVIEWS],
  'a list by flow': [searching('sort=flow'), INTERVIEWS],
  'a search for what all say': [searching('q=hay'), INTERVIEWS],
  'a search for what all flows are called': [searching('q=word3q'), INTERVIEWS],
  'a search for all words of a title': [searching(`q=${WORDS}`), INTERVIEWS],
  'a search for what nobody says': [searching('q=nowhere'), 0],
  'a search without a word': [searching('q=-nowhere'), INTERVIEWS],
  neighbours: [
    (viewer) => findNeighbours(viewer, filterOf('q=hay'), idOf(1)).then((found) => found?.previous),
    idOf(2),
  ],
  news: [(viewer) => newsOf(viewer).then(({ missed }) => missed), false],
  'counts of a filter': [(viewer) => countChoices(viewer, filterOf(''), 'flow').then((found) => found[0]?.count), 7],
  'all ids': [(viewer) => listAllIds(viewer, filterOf(''), INTERVIEWS + 1).then((found) => found.length), INTERVIEWS],
  'attempts of all': [(viewer) => listAttempts(viewer, ids), {}],
  'an export of all': [(viewer) => listExportedRows(viewer, ids).then((rows) => rows.length), INTERVIEWS],
  'what to talk about': [(viewer) => listSplits(viewer, []).then(({ total }) => total), 0],
  'a queue': [(viewer) => findQueue(viewer, null).then(({ total }) => total), 0],
  'what is new to review': [(viewer) => findReviewNews(viewer).then(({ unjudged }) => unjudged), INTERVIEWS],
  'teams and flows': [(viewer) => listTeamsAndFlows(viewer).then(({ flows }) => flows.length), FLOWS],
  'flows to compare': [(viewer) => listFlowsToCompare(viewer).then((flows) => flows.length), FLOWS],
  'how much can be searched': [findCoverage, null],
}

async function newsOf(viewer: Viewer) {
  const { asOf } = await listInterviews(viewer, filterOf('limit=1'))
  return findNews(viewer, filterOf(''), requireSince(new URLSearchParams({ since: asOf })))
}

describe.each(Object.keys(SCOPES))('who is given %s', (given) => {
  let viewer: Viewer
  beforeAll(async () => {
    const scope = SCOPES[given]
    viewer = await givenViewer({ role: 'reviewer', ...(scope ? { teams: [] } : {}) })
    for (const give of scope ?? []) await give(viewer)
    viewer = await again(viewer)
  })

  test.each(Object.keys(ASKS))('is answered: %s', async (name) => {
    const [ask, told] = ASKS[name] ?? []
    expect(await ask?.(viewer)).toEqual(told)
  })
})
