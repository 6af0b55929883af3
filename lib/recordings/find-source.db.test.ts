// Must hold 13: what somebody has lost while a recording plays they hear no further.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { members, sessions } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { findSource } from './find-source'

const LOSSES: Record<string, (viewer: Viewer, id: InterviewId) => Promise<unknown>> = {
  'is signed out': ({ sessionId }) => db().delete(sessions).where(eq(sessions.id, sessionId)),
  'is disabled': ({ memberId }) =>
    db()
      .update(members)
      .set({ disabledAt: sql`now()` })
      .where(eq(members.id, memberId)),
  'may not see it any more': ({ memberId }) =>
    db().update(members).set({ seesAllTeams: false }).where(eq(members.id, memberId)),
  'is in another team than it is now': (_, id) =>
    db().update(interviews).set({ teamId: 'elsewhere' }).where(eq(interviews.id, id)),
  'plays what is gone': (_, id) => db().delete(recordings).where(eq(recordings.interviewId, id)),
}
const MOVED = 'is in another team than it is now'

test.each(Object.entries(LOSSES))('who %s has nothing of a recording that plays', async (name, lose) => {
  const teamId = crypto.randomUUID()
  const { id } = await givenInterview({ teamId })
  await db()
    .insert(recordings)
    .values({ interviewId: id, kind: 'audio', url: 'https://media.example/a.wav' })
    .onConflictDoNothing()
  const viewer = whoMay(await givenViewer(name === MOVED ? { teams: [teamId] } : {}), 'recording.play')
  const source = await findSource(viewer, id, 'audio')
  await expect(source?.requireStill()).resolves.toBeUndefined()
  await lose(viewer, id)
  await expect(source?.requireStill()).rejects.toMatchObject({
    code: expect.stringMatching(/^(not_signed_in|recording_not_found)$/),
  })
})
