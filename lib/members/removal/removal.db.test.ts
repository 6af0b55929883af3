// Must hold 52: a member who is removed is anonymous, and what they wrote stays.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { renameAccount } from '../../account/commands'
import { askMember } from '../../assignments/commands'
import { operator } from '../../auth/operator'
import { findViewerBySession, type Viewer } from '../../auth/viewer'
import { correctTranscript } from '../../corrections/commands'
import { listCorrections } from '../../corrections/queries'
import { db } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { invitations, members } from '../../db/schema/members'
import { everyRow } from '../../db/testing/every-row'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import { requireInterviewFilter } from '../../interviews/list/required-filter'
import { listInterviews } from '../../interviews/list/queries'
import { recordListening } from '../../listening/commands'
import { listMentions, listNotes } from '../../notes/queries'
import { writeNote } from '../../notes/commands'
import { castVote } from '../../votes/commands'
import { listVotes } from '../../votes/queries'
import { addMember, changeMember, renameMember } from '../commands'
import { listMembers } from '../queries'
import { removeMember } from './commands'

const draft = { parentId: null, at: null, quote: null }

const note = (of: Viewer, interviewId: InterviewId, body: string, noteId: string = crypto.randomUUID()) =>
  writeNote(of, { interviewId, noteId }, { ...draft, body })
const somebodysName = () => `Grace Brewster ${crypto.randomUUID().slice(0, 8)}`

async function givenWriter() {
  const name = somebodysName()
  const [writer, colleague] = [await givenViewer(), await givenViewer()]
  await renameMember(operator(), { email: writer.email, name })
  const { id: interviewId } = await givenInterview()
  await note(writer, interviewId, 'Strong start')
  await note(
    colleague,
    interviewId,
    `@${name} and @${writer.email}, or ${writer.email}: please look. @${colleague.email} too.`,
  )
  const heardWrongly = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' }
  await correctTranscript(writer, { interviewId, correctionId: crypto.randomUUID() }, heardWrongly)
  await recordListening(writer, interviewId, [{ start: 0, end: 1 }])
  await castVote(writer, interviewId, { vote: 'hire' })
  await askMember(colleague, interviewId, { memberId: writer.memberId, message: null, dueOn: null })
  await db()
    .insert(invitations)
    .values({
      ...{ tokenHash: Buffer.from(crypto.randomUUID()), email: writer.email, role: 'reviewer', scope: 'all' },
      ...{ byId: colleague.memberId, expiresAt: '2026-12-01T00:00:00Z', acceptedAt: '2026-11-20T00:00:00Z' },
      memberId: writer.memberId,
    })
  return { writer, colleague, name, interviewId }
}

test('no row of any table has the name or address of a removed member, and none is theirs alone', async () => {
  const { writer, name } = await givenWriter()
  await removeMember(operator(), writer.memberId)
  const stored = JSON.stringify(await everyRow()).toLowerCase()
  expect(stored).not.toContain(writer.email)
  expect(stored).not.toContain(name.toLowerCase())
  const { rows: alone } = await db().execute<{ table: string; column: string }>(sql`
    SELECT conrelid::regclass::text AS "table", attname AS "column" FROM pg_constraint
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'f' AND confrelid = 'members'::regclass AND confdeltype = 'c'`)
  expect(alone.length).toBeGreaterThan(8)
  for (const { table, column } of alone) {
    const theirs = sql`SELECT FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = ${writer.memberId}`
    expect((await db().execute(theirs)).rowCount, table).toBe(0)
  }
})

test('nor any name that they had before, in whatever note it stands, mention or not', async () => {
  const { writer, colleague, name: first, interviewId } = await givenWriter()
  const [second, third, local] = [somebodysName(), somebodysName(), writer.email.split('@')[0] ?? '']
  await renameAccount(whoMay(writer, 'account.manage'), second)
  const edited = crypto.randomUUID()
  await note(colleague, interviewId, `@${second} said so`, edited)
  await renameMember(operator(), { email: writer.email, name: third })
  await changeMember(operator(), writer.memberId, { disabled: true })
  // Whom nobody can mention by now.
  await note(colleague, interviewId, `@${second} and @${third} said so`, edited)
  await note(colleague, (await givenInterview()).id, `@${local}, or @${third.toUpperCase()}`)
  await renameMember(operator(), { email: writer.email, name: null })
  await removeMember(operator(), writer.memberId)
  const stored = JSON.stringify(await everyRow()).toLowerCase()
  for (const called of [writer.email, `@${local}`, first, second, third])
    expect(stored).not.toContain(called.toLowerCase())
})

test('whoever is called alike keeps their name in notes that do not name the removed member', async () => {
  const { writer, colleague, name, interviewId } = await givenWriter()
  const [namesake, longer] = [await givenViewer(), await givenViewer()]
  await note(colleague, interviewId, `@${name} as well`)
  await renameMember(operator(), { email: longer.email, name: `${name} Hopper` })
  await renameMember(operator(), { email: namesake.email, name })
  const other = await givenInterview()
  await note(colleague, other.id, `@${name} Hopper, or @${name}`)
  await removeMember(operator(), writer.memberId)
  const bodies = async (id: InterviewId) => (await listNotes(colleague, id)).notes.map(({ body }) => body)
  expect(await bodies(other.id)).toEqual([`@${name} Hopper, or @${name}`])
  expect((await bodies(interviewId)).at(-1)).toBe('@Former member as well')
})

test('what a removed member wrote, corrected and voted stays, as a former member’s', async () => {
  const { writer, colleague, interviewId } = await givenWriter()
  await castVote(colleague, interviewId, { vote: 'no_hire' })
  await removeMember(operator(), writer.memberId)
  const former = expect.objectContaining({ id: writer.memberId, name: 'Former member' })
  const { notes, mentionable } = await listNotes(colleague, interviewId)
  expect(notes).toMatchObject([
    { body: 'Strong start', author: former },
    { body: `@Former member and @Former member, or @Former member: please look. @${colleague.email} too.` },
  ])
  expect(mentionable).not.toContainEqual(former)
  expect(await listMentions(colleague)).toHaveLength(1)
  expect(JSON.stringify(await listCorrections(colleague, interviewId))).toContain('Former member')
  expect(await listVotes(colleague, interviewId)).toMatchObject({
    all: expect.arrayContaining([expect.objectContaining({ member: former })]),
  })
})

test('notes are found by the words that stand there now', async () => {
  const { writer, colleague, name, interviewId } = await givenWriter()
  const found = async (q: string) => {
    const { items } = await listInterviews(colleague, requireInterviewFilter(new URLSearchParams({ q })))
    return items.map(({ id }) => id)
  }
  const word = name.split(' ')[2] ?? ''
  expect(await found(`note:${word}`)).toEqual([interviewId])
  await removeMember(operator(), writer.memberId)
  expect(await found(`note:${word}`)).toEqual([])
  expect(await found('note:"former member"')).toContain(interviewId)
})

test('nobody is removed twice or brought back, their session has ended, and their address can be used again', async () => {
  const { writer } = await givenWriter()
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  await removeMember(admin, writer.memberId)
  const nobody = expect.objectContaining({ code: 'member_not_found' })
  await expect(removeMember(admin, writer.memberId)).rejects.toEqual(nobody)
  await expect(changeMember(admin, writer.memberId, { disabled: false })).rejects.toEqual(nobody)
  await expect(renameMember(admin, { email: `${writer.memberId}@removed.invalid`, name: 'x' })).rejects.toEqual(nobody)
  await expect(findViewerBySession(writer.sessionId)).resolves.toBeNull()
  expect((await listMembers(admin)).map(({ id }) => id)).not.toContain(writer.memberId)
  const password = 'vexed otter plays nine zithers'
  const anew = await addMember(admin, { email: writer.email, role: 'reviewer', scope: 'all', password })
  expect(anew).not.toBe(writer.memberId)
  await expect(db().select().from(members).where(eq(members.email, writer.email))).resolves.toHaveLength(1)
})

test('what waited for them waits for nobody', async () => {
  const { writer, interviewId } = await givenWriter()
  const admin = whoMay(await givenViewer({ role: 'admin' }), 'member.manage')
  await removeMember(admin, writer.memberId)
  await expect(db().select().from(assignments).where(eq(assignments.interviewId, interviewId))).resolves.toMatchObject([
    { memberId: writer.memberId, withdrawnAt: expect.any(String), withdrawnBy: admin.memberId },
  ])
})
