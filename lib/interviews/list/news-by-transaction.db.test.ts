// Must hold 45: a list is told all that it has not seen, however long the transactions around it last (decision 0024).
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { correctTranscript } from '../../corrections/commands'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { arrives, asId, givenFlow, givenInterview } from '../../db/testing/interview'
import { takePlace } from '../../mirror/store/order'
import { storeFlows } from '../../mirror/store/flows'
import { EVERYTHING } from './filter'
import { findNews, listInterviews } from './queries'
import { requireSince, writeAsOf } from './since'

type Ids = { teamId: string; id: string; flowId: string }
const NOTHING = { arrived: [], changed: [], left: [], isOutdated: false }
const sinceOf = (asOf: string) => requireSince(new URLSearchParams({ since: asOf }))
const followsFlow = ({ id, flowId }: Ids) => ({ id, flowId, teamId: null })
const draft = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }

/** What is stored before, what happens to it, and what a list (of a search) is told. */
type Change = {
  stored: (ids: Ids) => Parameters<typeof givenInterview>[0] | null
  happens: (ids: Ids, viewer: Viewer) => Promise<void>
  q?: string
  told: (ids: Ids) => object
}
const CHANGES: Record<string, Change> = {
  'a new one arrives': {
    stored: () => null,
    happens: async ({ id, teamId }) => void (await givenInterview({ id, teamId })),
    told: ({ id }) => ({ arrived: [id], changed: [], left: [] }),
  },
  'one changes': {
    stored: ({ id, teamId }) => ({ id, teamId }),
    happens: async ({ id, teamId }) => void (await givenInterview({ id, teamId, generalScore: 4 })),
    told: ({ id }) => ({ changed: [{ id, assessment: { generalScore: 4 } }], left: [] }),
  },
  'one moves to another team': {
    stored: ({ id, teamId }) => ({ id, teamId }),
    happens: async ({ id }) => void (await givenInterview({ id, teamId: 'elsewhere' })),
    told: ({ id }) => ({ arrived: [], changed: [], left: [id] }),
  },
  'one moves with its flow': {
    stored: followsFlow,
    happens: async ({ flowId }) => {
      const flow = await flowOf({ id: flowId, teamId: 'elsewhere' })
      await storeFlows([flow])
    },
    told: ({ id }) => ({ arrived: [], changed: [], left: [id] }),
  },
  'one is found by a correction': {
    stored: ({ id, teamId }) => ({ id, teamId }),
    happens: ({ id }, viewer) =>
      correctTranscript(viewer, { interviewId: asId(id), correctionId: crypto.randomUUID() }, draft).then(() => {}),
    q: 'led',
    told: ({ id }) => ({ arrived: [id] }),
  },
}

async function flowOf({ id, teamId }: { id: string; teamId: string }) {
  const asked = await takePlace()
  return { id, teamId, title: 'Stocker', orgName: null, questions: [], language: null, hasVideo: false, asked }
}

async function givenReadList() {
  const teamId = crypto.randomUUID()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId })
  const { asOf } = await listInterviews(viewer, EVERYTHING)
  return { id, news: (since = asOf) => findNews(viewer, EVERYTHING, sinceOf(since)) }
}

test('a list that was read on another server, of which this one is a copy, is outdated', async () => {
  const { news } = await givenReadList()
  const { rows } = await db().execute<{ last: string }>(sql`SELECT pg_current_xact_id()::text AS last`)
  const later = Number(rows[0]?.last) + 1_000
  expect(await news(writeAsOf(`${new Date().toISOString()}/${later}:${later}:`))).toMatchObject({ isOutdated: true })
})

test('rows that were copied from another server are no news until they change here', async () => {
  const { id, news } = await givenReadList()
  await db().execute(sql`UPDATE interviews SET updated_in = '1000000000', first_seen_in = '1000000000'`)
  expect(await news()).toMatchObject(NOTHING)
  await db().execute(sql`UPDATE interviews SET updated_at = now()`)
  expect(await news()).toMatchObject({ changed: [{ id }], total: 1 })
})

// On the embedded database nobody reads while somebody writes.
const HELD = 45
let gate: Client

const heldCount = async () =>
  (
    await gate.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${HELD} AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
  ).rowCount

/** Begins, and does everything but to commit until `release`. */
async function hold(happens: () => Promise<void>) {
  await gate.query(`SELECT pg_advisory_lock(${HELD})`)
  const over = happens()
  await expect.poll(heldCount).toBe(1)
  return {
    release: async () => {
      await gate.query(`SELECT pg_advisory_unlock(${HELD})`)
      await over
    },
  }
}

// Nothing waits for time: a transaction waits right before its commit until the test lets it go on.
describe.each(process.env.TEST_DATABASE_URL ? ['on PostgreSQL'] : [])('%s', () => {
  beforeAll(async () => {
    await db().execute(sql`CREATE FUNCTION wait_before_commit() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock_shared(${sql.raw(String(HELD))}); RETURN NULL; END'`)
    await db().execute(sql`CREATE CONSTRAINT TRIGGER wait_before_commit AFTER INSERT OR UPDATE ON interviews
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_before_commit()`)
    gate = new Client({ connectionString: process.env.DATABASE_URL })
    await gate.connect()
  })
  afterAll(() => gate.end())

  afterEach(() => gate.query('SELECT pg_advisory_unlock_all()'))

  test.each(Object.entries(CHANGES))(
    '%s: a list that was read before the commit is told so after it, and once',
    async (_, { stored, happens, q = '', told }) => {
      const ids = { teamId: crypto.randomUUID(), id: crypto.randomUUID(), flowId: crypto.randomUUID() }
      const viewer = await givenViewer({ teams: [ids.teamId] })
      await givenFlow({ id: ids.flowId, teamId: ids.teamId })
      const other = await givenInterview({ teamId: ids.teamId, summary: 'He led it.' })
      const before = stored(ids)
      if (before) await givenInterview(before)
      const filter = { ...EVERYTHING, q }
      let { asOf } = await listInterviews(viewer, filter)
      const news = async () => {
        const told = await findNews(viewer, filter, sinceOf(asOf))
        asOf = told.asOf
        return told
      }

      const { release } = await hold(() => happens(ids, viewer))
      asOf = (await listInterviews(viewer, filter)).asOf
      expect(await news()).toMatchObject(NOTHING)
      await release()
      expect(await news()).toMatchObject(told(ids))
      expect(await news()).toMatchObject(NOTHING)

      await arrives({ ...other, summary: 'He led it well.' })
      expect(await news()).toMatchObject({ arrived: expect.not.arrayContaining([ids.id]), left: [] })
      expect(await news()).toMatchObject(NOTHING)
    },
  )
})
