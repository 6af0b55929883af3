// Whoever names members and whoever changes them never wait for each other for ever. On the embedded database they take turns.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { operator } from '../auth/operator'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { changeMember, endMemberSessions } from '../members/commands'
import { removeMember } from '../members/removal/commands'
import { writeNote } from '../notes/commands'
import { askMember, assignByHand, assignFlow } from './commands'

/** So many wait; on the embedded database all others do, until whoever asks has ended. */
async function untilWaiting(count: number) {
  if (!process.env.TEST_DATABASE_URL) return
  const here = sql`datname = current_database() AND wait_event_type = 'Lock'`
  const waiting = sql`SELECT FROM pg_stat_activity WHERE ${here}`
  await expect.poll(async () => (await db().execute(waiting)).rowCount).toBe(count)
}

/** Hold every admin, in the order of their ids. */
const CHANGES: Record<string, (id: string) => Promise<unknown>> = {
  'changes a member': (id) => changeMember(operator(), id, { role: 'recruiter' }),
  'signs a member out': (id) => endMemberSessions(operator(), id),
  'removes a member': (id) => removeMember(operator(), id),
}

type Named = { by: Viewer; memberId: string; interviewId: InterviewId; flowId: string }
const all = ({ by, memberId }: Named) => [memberId, by.memberId]
const byId = (one: Viewer, other: Viewer) => (one.memberId < other.memberId ? -1 : 1)

/** Name the later admin before the earlier one. */
const NAMES: Record<string, (of: Named) => Promise<unknown>> = {
  asks: ({ by, memberId, interviewId }) => askMember(by, interviewId, { memberId, message: null, dueOn: null }),
  'hands out': (of) =>
    assignByHand(whoMay(of.by, 'assignment.manage'), {
      ...{ interviewIds: [of.interviewId], memberIds: all(of), dueOn: null },
    }),
  'shares out': (of) =>
    assignFlow(whoMay(of.by, 'assignment.manage'), {
      ...{ flowId: of.flowId, memberIds: all(of), votesEach: 2, dueOn: null },
    }),
  mentions: async ({ by, memberId, interviewId }) => {
    const [named] = await db().select().from(members).where(eq(members.id, memberId))
    const draft = { parentId: null, at: null, quote: null, body: `@${named?.email}: look` }
    return writeNote(by, { interviewId, noteId: crypto.randomUUID() }, draft)
  },
}

const cases = Object.entries(CHANGES).flatMap(([changes, changing]) =>
  Object.entries(NAMES).map(([names, naming]) => ({ changes, names, changing, naming })),
)

test.each(cases)('who $changes and who $names at once are both through', async ({ changing, naming }) => {
  const [first, second] = [await givenViewer({ role: 'admin' }), await givenViewer({ role: 'admin' })].toSorted(byId)
  if (!first || !second) throw new Error('there are no two')
  const { memberId: other } = await givenViewer({ role: 'reviewer' })
  const flowId = crypto.randomUUID()
  const { id: interviewId } = await givenInterview({ flowId })
  const of = { by: first, memberId: second.memberId, interviewId, flowId }
  const begun: Promise<unknown>[] = []
  await db().transaction(async (tx) => {
    await tx.select().from(members).where(eq(members.id, first.memberId)).for('update')
    begun.push(changing(other))
    await untilWaiting(1)
    begun.push(naming(of))
    await untilWaiting(2)
  })
  await expect(Promise.all(begun)).resolves.toHaveLength(2)
})
