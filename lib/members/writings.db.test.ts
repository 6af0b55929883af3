// Must hold 52: what a member wrote is not theirs to take along.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { correctTranscript } from '../corrections/commands'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { recordListening } from '../listening/commands'
import { writeNote } from '../notes/commands'

/** What is about a member and nobody else: where they are signed in, what they may see, what they sign in with, what they have heard. */
const GO_WITH_THE_MEMBER = [
  ...[
    'credentials',
    'former_names',
    'former_scopes',
    'invitations',
    'listening_progress',
    'member_flows',
    'member_interviews',
    'member_teams',
  ],
  ...['password_links', 'queue_places', 'queue_skips', 'sessions'],
]

test('nothing but what is a member’s alone goes with their row, whatever table comes', async () => {
  const { rows } = await db().execute(sql`
    WITH RECURSIVE taken(id) AS (
      SELECT 'members'::regclass::oid
      UNION SELECT conrelid FROM pg_constraint JOIN taken ON confrelid = taken.id
        WHERE contype = 'f' AND confdeltype IN ('c', 'n', 'd')
    )
    SELECT id::regclass::text AS "table" FROM taken WHERE id <> 'members'::regclass ORDER BY 1`)
  expect(rows.map(({ table }) => table)).toEqual(GO_WITH_THE_MEMBER)
})

const remove = ({ memberId }: { memberId: string }) => db().delete(members).where(eq(members.id, memberId))

test('a member who wrote, corrected or is named cannot be deleted; one who only listened can', async () => {
  const { id: interviewId } = await givenInterview()
  const [author, corrector, named, listener] = [
    await givenViewer(),
    await givenViewer(),
    await givenViewer(),
    await givenViewer(),
  ]
  const draft = { parentId: null, body: `@${named.email}`, at: null, quote: null }
  await writeNote(author, { interviewId, noteId: crypto.randomUUID() }, draft)
  const heardWrongly = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' }
  await correctTranscript(corrector, { interviewId, correctionId: crypto.randomUUID() }, heardWrongly)
  await recordListening(listener, interviewId, [{ start: 0, end: 1 }])

  for (const member of [author, corrector, named]) await expect(remove(member)).rejects.toThrow()
  await remove(listener)
})
