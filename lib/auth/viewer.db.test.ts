import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { members, sessions } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { NO_SCOPE } from './member-scope'
import { findViewerBySession } from './viewer'

test('a session shows the scope of its member, an admin’s everything', async () => {
  const { id } = await givenInterview()
  expect((await givenViewer({ teams: ['team_b', 'team_a'], flows: ['flow_a'], interviews: [id] })).scope).toEqual({
    teams: ['team_a', 'team_b'],
    flows: ['flow_a'],
    interviews: [id],
  })
  expect((await givenViewer({ teams: [] })).scope).toEqual(NO_SCOPE)
  expect((await givenViewer({ role: 'admin', teams: ['team_a'] })).scope).toBe('all')
})

test('a disabled member has no viewer on the very next look', async () => {
  const viewer = await givenViewer()
  await db().update(members).set({ disabledAt: new Date().toISOString() }).where(eq(members.id, viewer.memberId))

  await expect(findViewerBySession(viewer.sessionId)).resolves.toBeNull()
})

test('an expired or deleted session has no viewer', async () => {
  const expired = await givenViewer()
  await db()
    .update(sessions)
    .set({ expiresAt: new Date(0).toISOString() })
    .where(eq(sessions.id, expired.sessionId))
  const deleted = await givenViewer()
  await db().delete(sessions).where(eq(sessions.id, deleted.sessionId))

  await expect(findViewerBySession(expired.sessionId)).resolves.toBeNull()
  await expect(findViewerBySession(deleted.sessionId)).resolves.toBeNull()
})
