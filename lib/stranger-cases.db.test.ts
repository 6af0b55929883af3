// Must hold 4: whoever could see an interview and may not any more gets what does not exist, from every query and command on disk.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { NO_SCORES } from './assessment/scores'
import { PERMISSIONS, ROLES, type Permission } from './auth/permissions'
import type { Viewer } from './auth/viewer'
import { correctTranscript, withdrawCorrection } from './corrections/commands'
import { listCorrections } from './corrections/queries'
import { db } from './db/client'
import { teams } from './db/schema/interviews'
import { noteMentions } from './db/schema/notes'
import { givenViewer } from './db/testing/fixtures'
import { arrives, asId, givenFlow, givenInterview, type GivenInterview } from './db/testing/interview'
import { listFlows } from './flows/queries'
import { recordListening } from './listening/commands'
import { listListened } from './listening/queries'
import type { InterviewId } from './interviews/interview-id'
import { EVERYTHING } from './interviews/list/filter'
import { findNeighbours, findNews, listInterviews } from './interviews/list/queries'
import { requireSince } from './interviews/list/since'
import { findInterview, findWords, listScoreVersions } from './interviews/queries'
import { findFreshness } from './mirror/queries'
import { fetchMissingInterview } from './mirror/commands'
import { deleteNote, markMentionsSeen, writeNote } from './notes/commands'
import { countUnseenMentions, findNote, listMentions, listNotes } from './notes/queries'
import { findRecordingUrl } from './recordings/queries'
import { findReview } from './review/queries'
import { listTeams } from './teams/queries'

const NOTE = { parentId: null, body: 'Strong start', at: 1, quote: null }
const CORRECTION = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }
const TEAM = 'of_the_case'

let interview: GivenInterview
let viewer: Viewer
let noteId: string
let correctionId: string
let asOf: string

beforeEach(async () => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
  const flow = await givenFlow({ teamId: TEAM })
  await db().insert(teams).values({ id: TEAM, name: 'Nights' }).onConflictDoNothing()
  interview = await givenInterview({ teamId: TEAM, flowId: flow.id, scores: { ...NO_SCORES, skills: 3 } })
  viewer = await givenViewer({ teams: [TEAM] })
  noteId = crypto.randomUUID()
  correctionId = crypto.randomUUID()
  await writeNote(viewer, { interviewId: interview.id, noteId }, { ...NOTE, body: `@${viewer.email}` })
  await correctTranscript(viewer, { interviewId: interview.id, correctionId }, CORRECTION)
  await recordListening(viewer, interview.id, [{ start: 0, end: 1 }])
  asOf = (await listInterviews(viewer, EVERYTHING)).asOf
  await arrives({ ...interview, scores: { ...NO_SCORES, skills: 4 } })
})

/** What each asks of one interview: of one that this member has lost as of one that does not exist. */
const ABOUT_ONE: Record<string, (of: Viewer, id: InterviewId) => Promise<unknown>> = {
  findInterview,
  findReview,
  findWords,
  listScoreVersions,
  findNeighbours: (of, id) => findNeighbours(of, EVERYTHING, id),
  listNotes,
  listCorrections,
  listListened,
  findRecordingUrl: (of, id) => findRecordingUrl(of, id, 'audio'),
  fetchMissingInterview,
  writeNote: (of, interviewId) => writeNote(of, { interviewId, noteId: crypto.randomUUID() }, NOTE),
  deleteNote: (of, interviewId) => deleteNote(of, { interviewId, noteId }),
  correctTranscript: (of, interviewId) =>
    correctTranscript(of, { interviewId, correctionId: crypto.randomUUID() }, CORRECTION),
  withdrawCorrection: (of, interviewId) => withdrawCorrection(of, { interviewId, correctionId }),
  recordListening: (of, id) => recordListening(of, id, [{ start: 1, end: 2 }]),
}

/** It asks Ribbon, and tells nobody anything. */
const WITHOUT_ANSWER = ['fetchMissingInterview']

/** What each tells of everything that its reader sees: nothing, once they see nothing any more. */
const OF_ALL: Record<string, { ask: (of: Viewer) => Promise<unknown>; nothing: unknown }> = {
  listInterviews: {
    ask: async (of) => (({ items, total }) => ({ items, total }))(await listInterviews(of, EVERYTHING)),
    nothing: { items: [], total: 0 },
  },
  findNews: {
    ask: async (of) => (({ arrived, changed }) => ({ arrived, changed }))(await findNews(of, EVERYTHING, since())),
    nothing: { arrived: [], changed: [] },
  },
  findNote: { ask: (of) => findNote(of, noteId), nothing: null },
  listMentions: { ask: listMentions, nothing: [] },
  countUnseenMentions: { ask: countUnseenMentions, nothing: 0 },
  markMentionsSeen: {
    ask: async (of) => {
      await markMentionsSeen(of, [noteId])
      const [mention] = await db().select().from(noteMentions).where(eq(noteMentions.noteId, noteId))
      return mention?.seenAt
    },
    nothing: null,
  },
  listFlows: { ask: listFlows, nothing: [] },
  listTeams: { ask: listTeams, nothing: [] },
}

/** What says nothing of any interview. */
const OF_NONE: Record<string, unknown> = { findFreshness }
/** Known by its signature alone: lib/webhooks/sender.db.test.ts. */
const BY_SIGNATURE = ['acceptWebhook']

const since = () => requireSince(new URLSearchParams({ since: asOf }))
/** As the next request of the member who has lost the interview's team is asked. */
const lost = (): Viewer => ({ ...viewer, scope: { teams: [] } })

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/(?:queries|commands)\.ts$/.test(file))
  .map((file) => join('lib', file))
const exported = files.flatMap((file) => exportsOf(file))
const restricted = exported.filter(({ first }) => permissionsIn(first).some((permission) => isRestricted(permission)))

test('every query and command on disk has its case, and no case is of one that is gone', () => {
  const cases = [ABOUT_ONE, OF_ALL, OF_NONE].flatMap((some) => Object.keys(some))
  const named = [...cases, ...BY_SIGNATURE, ...restricted.map(({ name }) => name)]
  expect(named.toSorted()).toEqual(exported.map(({ name }) => name).toSorted())
})

test('each is exported in a form that is read here: a function, or of queries one that is cached', () => {
  const others = files.filter((file) => {
    const found = Array.from(readFileSync(file, 'utf8').matchAll(/^export (?!type |async function |function )(.*)/gm))
    const isCached = (text = '') => file.endsWith('queries.ts') && /^const \w+ = cache\(async \(/.test(text)
    return found.some(([, rest]) => !isCached(rest))
  })
  expect(others).toEqual([])
})

test('every folder that has them has tests against a database', () => {
  const folders = [...new Set(exported.map(({ folder }) => folder))]
  expect(folders.filter((folder) => !readdirSync(folder).some((name) => name.endsWith('.db.test.ts')))).toEqual([])
})

test('each asks first who reads or acts, and never by an id alone', () => {
  const actor = /^_?\w+: (?:(?:Reader|Viewer|May<'[\w.]+'>|Operator|Actor|System)(?: \| )?)+$/
  const others = exported.filter(({ first, name }) => !actor.test(first) && !BY_SIGNATURE.includes(name))
  expect(others).toEqual([])
})

test.each(Object.entries(ABOUT_ONE))(
  '%s says of what a member has lost what it says of what is not',
  async (name, ask) => {
    const missing = await outcomeOf(ask(lost(), asId(crypto.randomUUID())))
    expect(await outcomeOf(ask(lost(), interview.id))).toEqual(missing)
    if (!WITHOUT_ANSWER.includes(name)) expect(await outcomeOf(ask(viewer, interview.id))).not.toEqual(missing)
  },
)

test.each(Object.entries(OF_ALL))('%s tells nothing of what a member has lost', async (_, { ask, nothing }) => {
  expect(await ask(lost())).toEqual(nothing)
  expect(await ask(viewer)).not.toEqual(nothing)
})

function exportsOf(file: string): { name: string; first: string; folder: string }[] {
  const text = readFileSync(file, 'utf8')
  return Array.from(
    text.matchAll(/^export (?:const (\w+) = cache\(async |(?:async )?function (\w+))\(\s*([^,)]*)/gm),
    ([, constant, name = constant ?? '', first = '']) => ({ name, first, folder: dirname(file) }),
  )
}

function permissionsIn(first: string): Permission[] {
  return Array.from(first.matchAll(/May<'([\w.]+)'>/g), ([, permission]) => permission as Permission)
}

/** Whoever loses the role is refused before it is called: app/permissions.db.test.ts. */
function isRestricted(permission: Permission): boolean {
  return PERMISSIONS[permission].length < ROLES.length
}

async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await asked }
  } catch (error) {
    return { code: (error as { code?: string }).code }
  }
}
