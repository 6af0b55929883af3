import { eq } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { expect } from 'vitest'
import { NO_SCORES } from '../../../assessment/scores'
import { assignByHand } from '../../../assignments/commands'
import { operator } from '../../../auth/operator'
import type { Role } from '../../../auth/permissions'
import { db } from '../../../db/client'
import { assignments, queuePlaces, queueSkips } from '../../../db/schema/assignments'
import {
  credentials,
  formerNames,
  memberInterviews,
  members,
  passwordLinks,
  sessions,
} from '../../../db/schema/members'
import { listeningProgress, notes } from '../../../db/schema/notes'
import { invalidations } from '../../../db/schema/validity'
import { votes } from '../../../db/schema/votes'
import { givenViewer, whoMay } from '../../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../../db/testing/interview'
import { writeNote } from '../../../notes/commands'
import { makePasswordLink } from '../../../password-links/commands'
import { markHere, skipInterview } from '../../../queue/commands'
import { setStatus } from '../../../status/commands'
import { invalidateInterview } from '../../../validity/commands'
import { castVote } from '../../../votes/commands'
import { renameMember } from '../../commands'
import { addressOfRemoved, NAME_OF_REMOVED } from '../../member'
import { ISSUER } from '../../testing/admins'

export type Somebody = Awaited<ReturnType<typeof givenSomebody>>

const NOTHING_ELSE = { parentId: null, at: null, quote: null }

/** Who comes in by all that there is, and has done a bit of everything: of what they wrote all names themself. */
export async function givenSomebody(role: Role) {
  const [viewer, colleague] = [await givenViewer({ role }), await givenViewer({ role: 'reviewer' })]
  const { memberId, email } = viewer
  const name = `Grace ${crypto.randomUUID().slice(0, 8)}`
  await renameMember(operator(), { email, name })
  await db()
    .insert(credentials)
    .values([
      { memberId, kind: 'password', passwordHash: 'a hash' },
      { memberId, kind: 'oidc', issuer: ISSUER, subject: memberId },
      { memberId, kind: 'passkey', passkeyId: memberId, publicKey: Buffer.from('a key'), signCount: 0, name: 'Laptop' },
    ])
  const { link } = await makePasswordLink(operator(), { memberId })
  const written = await givenWritten(viewer, `@${name}: look`)
  return { viewer, colleague, memberId, email, name, token: link.split('/').at(-1) ?? '', ...written }
}

async function givenWritten(viewer: Somebody['viewer'], words: string) {
  const { id: flowId } = await givenFlow()
  const { id: interviewId } = await givenInterview({ flowId, scores: { ...NO_SCORES, skills: 3 } })
  const { id: marked } = await givenInterview({ flowId })
  const noteId = crypto.randomUUID()
  await castVote(viewer, interviewId, { vote: 'hire', reason: words })
  await writeNote(viewer, { interviewId, noteId }, { ...NOTHING_ELSE, body: words })
  const decided = whoMay(viewer, 'status.set')
  const { version } = await setStatus(decided, { id: interviewId }, { status: 'on_hold', reason: words })
  const handedOut = { interviewIds: [interviewId, marked], memberIds: [viewer.memberId], dueOn: null }
  const { assignmentIds } = await assignByHand(whoMay(viewer, 'assignment.manage'), handedOut)
  await invalidateInterview(viewer, marked, { cause: 'too_little_said', reason: words })
  await markHere(viewer)
  await skipInterview(viewer, interviewId)
  return { flowId, interviewId, marked, noteId, version: version ?? '', assignmentIds }
}

const THEIRS: (PgTable & { memberId: PgColumn })[] = [
  ...[credentials, sessions, passwordLinks, memberInterviews, formerNames],
  ...[queuePlaces, queueSkips, listeningProgress],
]
const WORDS: PgColumn[] = [notes.body, votes.reason, invalidations.reason]

/** Nothing that is theirs alone is there, they are not named, and nothing waits for them. */
export async function expectGone({ memberId, name }: Somebody): Promise<void> {
  const [left] = await db().select().from(members).where(eq(members.id, memberId))
  const nobody = { email: addressOfRemoved(memberId), name: NAME_OF_REMOVED, breakGlass: false, preferences: {} }
  expect(left).toMatchObject({ ...nobody, disabledAt: expect.any(String), removedAt: expect.any(String) })
  for (const table of THEIRS) expect(await db().$count(table, eq(table.memberId, memberId))).toBe(0)
  for (const column of WORDS) {
    const rows = await db().select({ words: column }).from(column.table)
    expect(rows.filter(({ words }) => String(words).includes(name))).toEqual([])
  }
  const theirs = await db().select().from(assignments).where(eq(assignments.memberId, memberId))
  expect(theirs.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual([])
}
