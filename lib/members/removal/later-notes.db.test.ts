// Must hold 52: what somebody wrote before a colleague was removed does not bring their name back when it comes later.
import { expect, test } from 'vitest'
import { operator } from '../../auth/operator'
import type { Viewer } from '../../auth/viewer'
import { everyRow } from '../../db/testing/every-row'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import type { InterviewId } from '../../interviews/interview-id'
import { requireInterviewFilter } from '../../interviews/list/required-filter'
import { listInterviews } from '../../interviews/list/queries'
import { writeNote } from '../../notes/commands'
import { listMentions, listNotes } from '../../notes/queries'
import { addMember, renameMember } from '../commands'
import { removeMember } from './commands'

const draft = { parentId: null, at: null, quote: null }
const somebodysName = () => `Grace Brewster ${crypto.randomUUID().slice(0, 8)}`

const send = (of: Viewer, interviewId: InterviewId, body: string, noteId: string = crypto.randomUUID()) =>
  writeNote(of, { interviewId, noteId }, { ...draft, body })

/** Who is removed, and all that they were called. */
async function givenRemoved() {
  const [former, name] = [somebodysName(), somebodysName()]
  const { email, memberId } = await givenViewer()
  await renameMember(operator(), { email, name: former })
  await renameMember(operator(), { email, name })
  await removeMember(operator(), memberId)
  const local = email.split('@')[0] ?? ''
  return { email, local, former, name }
}

test('a note that was written before and is sent later names a former member', async () => {
  const { email, local, former, name } = await givenRemoved()
  const colleague = await givenViewer()
  const { id: interviewId } = await givenInterview()
  const noteId = crypto.randomUUID()
  const body = `@${name}, (@${name.toUpperCase()}), @${former}: see ${email}, @${email}, or @${local}. @${name}a not.`
  const instead = '@Former member'
  const stored = `${instead}, (${instead}), ${instead}: see ${instead}, ${instead}, or ${instead}. @${name}a not.`
  await expect(send(colleague, interviewId, body, noteId)).resolves.toMatchObject({ body: stored })
  // As where the answer was lost.
  await expect(send(colleague, interviewId, body, noteId)).resolves.toMatchObject({ body: stored, editedAt: null })
  const { notes } = await listNotes(colleague, interviewId)
  expect(notes.map((note) => note.body)).toEqual([stored])

  const found = async (q: string) => {
    const { items } = await listInterviews(colleague, requireInterviewFilter(new URLSearchParams({ q })))
    return items.map(({ id }) => id)
  }
  expect(await found(`note:${former.split(' ')[2]}`)).toEqual([])
  const rows = JSON.stringify(await everyRow()).toLowerCase()
  for (const called of [email, `@${local}`, former.toLowerCase(), `${name.toLowerCase()},`])
    expect(rows).not.toContain(called)
})

test('nor does an answer, or a change of a note, that was begun before', async () => {
  const { email, name } = await givenRemoved()
  const colleague = await givenViewer()
  const { id: interviewId } = await givenInterview()
  const noteId = crypto.randomUUID()
  await send(colleague, interviewId, 'Please look', noteId)
  await expect(send(colleague, interviewId, `Please look, @${name}`, noteId)).resolves.toMatchObject({
    body: 'Please look, @Former member',
  })
  const answer = { ...draft, parentId: noteId, body: `Ask ${email}` }
  const ref = { interviewId, noteId: crypto.randomUUID() }
  await expect(writeNote(colleague, ref, answer)).resolves.toMatchObject({ body: 'Ask @Former member' })
})

test('whoever is called so now, or has the address, is named and finds the note', async () => {
  const { email, name } = await givenRemoved()
  const [colleague, namesake] = [await givenViewer(), await givenViewer()]
  await renameMember(operator(), { email: namesake.email, name })
  const { id: interviewId } = await givenInterview()
  const body = `@${name} please`
  await expect(send(colleague, interviewId, body)).resolves.toMatchObject({ body })
  await expect(listMentions(namesake)).resolves.toHaveLength(1)

  const password = 'vexed otter plays nine zithers'
  await addMember(operator(), { email, role: 'reviewer', scope: 'all', password })
  const again = `@${email}, that is ${email}`
  await expect(send(colleague, interviewId, again)).resolves.toMatchObject({ body: again })
})
