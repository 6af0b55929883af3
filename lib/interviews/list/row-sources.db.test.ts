// A list is told of whatever its rows are made of: what it reads is taken from the statements that it sends.
import { eq, sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { linkAttempts } from '../../attempts/commands'
import type { Viewer } from '../../auth/viewer'
import { correctTranscript } from '../../corrections/commands'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { members } from '../../db/schema/members'
import { candidateStatuses } from '../../db/schema/webhooks'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { arrives, givenFlow, givenInterview, type GivenInterview } from '../../db/testing/interview'
import { recordListening } from '../../listening/commands'
import { takePlace } from '../../mirror/store/order'
import { writeNote } from '../../notes/commands'
import { setStatus } from '../../status/commands'
import { invalidateInterview } from '../../validity/commands'
import { castVote } from '../../votes/commands'
import { storeFlows, storeTeams } from '../../mirror/store/flows'
import { EVERYTHING, NUMBER_RANGES, type InterviewFilter } from './filter'
import { requireInterviewFilter } from './required-filter'
import { findNews, listInterviews, findNeighbours } from './queries'
import { requireSince } from './since'
import { SORT_KEYS } from './sort'
import type { Status } from '../status'

type Listed = { interview: GivenInterview; viewer: Viewer; teamId: string; flowId: string; noteId: string }

/** By the table that a list reads: what changes there, and so in the row of an interview or in why a search finds it. */
const CHANGES: Record<string, (listed: Listed) => Promise<unknown>> = {
  interviews: ({ interview }) => arrives({ ...interview, duration: 61 }),
  flows: (listed) => rename(listed),
  flow_texts: (listed) => rename(listed),
  teams: async ({ teamId: id }) => storeTeams([{ id, name: 'Nights', asked: await takePlace() }]),
  transcripts: ({ interview }) => arrives({ ...interview, summary: 'They led a shift.' }),
  interview_texts: ({ interview }) => arrives({ ...interview, summary: 'They led a night.' }),
  corrections: ({ interview, viewer }) => {
    const correction = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }
    return correctTranscript(viewer, { interviewId: interview.id, correctionId: crypto.randomUUID() }, correction)
  },
  notes: ({ interview, viewer }) => {
    const draft = { parentId: null, body: 'Calm', at: null, quote: null }
    return writeNote(viewer, { interviewId: interview.id, noteId: crypto.randomUUID() }, draft)
  },
  listening_progress: ({ interview, viewer }) => recordListening(viewer, interview.id, [{ start: 0, end: 1 }]),
  members: ({ viewer }) => db().update(members).set({ name: 'Ada Byron' }).where(eq(members.id, viewer.memberId)),
  statuses: (listed) => decide(listed, 'on_hold'),
  status_versions: (listed) => decide(listed, 'advanced'),
  invalidations: ({ interview, viewer }) =>
    invalidateInterview(viewer, interview.id, { cause: 'too_little_said', reason: null }),
  votes: ({ interview, viewer }) => castVote(viewer, interview.id, { vote: 'hire' }),
  reveals: ({ interview, viewer }) => castVote(viewer, interview.id, { vote: 'hire' }),
  flow_settings: ({ flowId }) => db().insert(flowSettings).values({ flowId }),
  note_texts: (listed) => writeNote(listed.viewer, noteOf(listed), { ...NOTE, body: 'Calm.' }),
  candidate_statuses: ({ flowId, interview }) =>
    db()
      .insert(candidateStatuses)
      .values({ flowId, email: interview.candidate.email ?? '', status: 'rejected' }),
  attempt_links: async ({ interview, flowId }) => {
    const other = await givenInterview({ teamId: 'elsewhere', flowId, candidate: { name: 'Grace', email: null } })
    await linkAttempts(whoMay(await givenViewer({ role: 'admin' }), 'attempt.link'), interview.id, other.id)
  },
}

const rename = async ({ flowId: id, teamId }: Listed) => {
  const flow = { id, teamId, title: 'Shift lead', language: null, questions: [], orgName: null, hasVideo: false }
  return storeFlows([{ ...flow, asked: await takePlace() }])
}

const decide = ({ interview, viewer }: Listed, status: Status) =>
  setStatus(whoMay(viewer, 'status.set'), { id: interview.id }, { status, reason: null })

/** Nobody can change it. */
const UNCHANGING = ['flow_defaults']

const NOTE = { parentId: null, body: 'Of the night.', at: null, quote: null }
const noteOf = ({ interview, noteId }: Listed) => ({ interviewId: interview.id, noteId })

const filterOf = (search: string): InterviewFilter => requireInterviewFilter(new URLSearchParams(search))

async function givenListed(): Promise<Listed> {
  const teamId = crypto.randomUUID()
  await storeTeams([{ id: teamId, name: 'Days', asked: await takePlace() }])
  const { id: flowId } = await givenFlow({ teamId })
  const interview = await givenInterview({ teamId, flowId })
  const listed = {
    interview,
    teamId,
    flowId,
    viewer: await givenViewer({ teams: [teamId] }),
    noteId: crypto.randomUUID(),
  }
  await writeNote(listed.viewer, noteOf(listed), NOTE)
  await decide(listed, 'shortlisted')
  return listed
}

/** The tables that are named in what is sent to the database meanwhile. */
async function tablesReadBy(work: () => Promise<unknown>): Promise<string[]> {
  const { rows } = await db().execute(sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
  const sent = vi.spyOn(Client.prototype, 'query')
  await work()
  const texts = sent.mock.calls.map(([query]: unknown[]) => (typeof query === 'string' ? query : JSON.stringify(query)))
  sent.mockRestore()
  const read = rows.map(({ name }) => String(name)).filter((name) => texts.some((text) => names(text, name)))
  return read.toSorted()
}

function names(text: string, table: string): boolean {
  return new RegExp(String.raw`\\?"${table}\\?"|\b(?:FROM|JOIN)\s+${table}\b`, 'i').test(text)
}

test('every table that a list reads is one whose changes it is told of', async () => {
  const { interview, viewer, teamId, flowId } = await givenListed()
  const filters = [
    ...SORT_KEYS.map((key) => ({ ...EVERYTHING, sort: { key, descending: true } })),
    ...NUMBER_RANGES.map((name) => filterOf(`${name}=0..5`)),
    filterOf(
      `seen=2020-01-01..&recording=yes&video=no&state=ready&you=new&vote=none&votes=none&status=new&invalid=no&team=${teamId}&flow=${flowId}&id=${interview.id}`,
    ),
    ...['grace', 'ran the night', 'said:ran', 'asked:why', 'name:grace', 'flow:produce', 'note:night', '-lapis'].map(
      (q) => filterOf(`q=${q}`),
    ),
  ]
  const read = await tablesReadBy(async () => {
    for (const filter of filters) {
      await listInterviews(viewer, filter)
      await findNeighbours(viewer, filter, interview.id)
    }
  })
  expect(read.filter((table) => !UNCHANGING.includes(table))).toEqual(Object.keys(CHANGES).toSorted())
})

test.each(Object.keys(CHANGES))('what changes in %s is told to a list that was read before, once', async (table) => {
  const listed = await givenListed()
  const { viewer } = listed
  const filter = filterOf('q=night')
  const { asOf } = await listInterviews(viewer, filter)
  await CHANGES[table]?.(listed)
  const news = await findNews(viewer, filter, requireSince(new URLSearchParams({ since: asOf })))
  const page = await listInterviews(viewer, filter)
  expect(news).toMatchObject({ changed: page.items, moments: page.moments, reasons: page.reasons })
  const since = requireSince(new URLSearchParams({ since: news.asOf }))
  expect(await findNews(viewer, filter, since)).toMatchObject({ changed: [], total: null })
})
