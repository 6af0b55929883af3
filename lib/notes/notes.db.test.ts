// Must hold 4 and 5: who may not see an interview learns nothing of its notes, and only an author changes a note.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { correctTranscript } from '../corrections/commands'
import { NO_SCOPE } from '../auth/member-scope'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { asId, arrives, givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import type { Viewer } from '../auth/viewer'
import { deleteNote, markMentionsSeen, writeNote } from './commands'
import type { NoteDraft } from './note'
import type { Quote } from '../transcript/quote'
import { countUnseenMentions, listMentions, listNotes } from './queries'

const draft = (body: string, given: Partial<NoteDraft> = {}): NoteDraft => ({
  ...{ parentId: null, body, at: null, quote: null },
  ...given,
})
const [notFound, interviewNotFound, notYours] = ['note_not_found', 'interview_not_found', 'note_not_yours'].map(
  (code) => expect.objectContaining({ code }),
)
const newRef = (interviewId: InterviewId) => ({ interviewId, noteId: crypto.randomUUID() })
const bodies = async (viewer: Viewer, id: string) => (await listNotes(viewer, asId(id))).notes.map(({ body }) => body)

let interviewId: InterviewId
let author: Viewer
let stranger: Viewer
beforeEach(async () => {
  await db().update(members).set({ disabledAt: new Date().toISOString() })
  interviewId = (await givenInterview()).id
  author = await givenViewer({ role: 'reviewer', teams: ['team_a'] })
  stranger = await givenViewer({ teams: ['team_b'] })
})

test('a note keeps its moment and its quote, and everybody who may see the interview reads it', async () => {
  const quote = { segment: 0, from: 2, to: 5, text: 'ran' }
  const ref = newRef(interviewId)
  const note = await writeNote(author, ref, draft('Good', { at: 3.5, quote }))
  expect(note).toMatchObject({ id: ref.noteId, body: 'Good', at: 3.5, quote, isMine: true, editedAt: null })

  const colleague = await givenViewer()
  expect((await listNotes(colleague, interviewId)).notes).toMatchObject([{ body: 'Good', isMine: false, quote }])
})

test('what the transcript says there is quoted, as Ribbon sent it or corrected; what it does not say is not, and the note remains', async () => {
  const correction = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'planned' }
  await correctTranscript(author, { interviewId, correctionId: crypto.randomUUID() }, correction)
  const quoted = async (quote: Quote) => {
    const note = await writeNote(author, newRef(interviewId), draft('Look', { at: 1, quote }))
    expect(note).toMatchObject({ body: 'Look', at: 1 })
    return note.quote
  }
  const said = { segment: 0, from: 2, to: 9, text: 'ran the' }
  expect(await quoted(said)).toEqual(said)
  expect(await quoted({ ...said, text: 'planned the' })).toEqual({ ...said, text: 'planned the' })
  expect(await quoted({ ...said, text: 'stole the' })).toBeNull()
  expect(await quoted({ ...said, segment: 99_999 })).toBeNull()
  expect(await quoted({ ...said, until: { segment: 9_999_999, to: 5 } })).toBeNull()
  const untold = await givenInterview({ segments: [] })
  const note = await writeNote(author, newRef(untold.id), draft('Look', { quote: said }))
  expect(note).toMatchObject({ body: 'Look', quote: null })
})

test('a note that quotes what Ribbon has revised since keeps its quote when it is edited or sent again', async () => {
  const interview = await givenInterview()
  const ref = newRef(interview.id)
  const quote = { segment: 0, from: 2, to: 5, text: 'ran' }
  await writeNote(author, ref, draft('Good', { quote }))
  const [segment] = interview.segments
  await arrives({ ...interview, segments: segment ? [{ ...segment, text: 'We ran the night shift.' }] : [] })
  expect(await writeNote(author, ref, draft('Better', { quote }))).toMatchObject({ body: 'Better', quote })
  expect(await writeNote(author, newRef(interview.id), draft('Late', { quote }))).toMatchObject({ quote: null })
})

test('a stranger neither reads, writes, edits nor deletes, and it is as if there were nothing', async () => {
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft('Ours'))
  await expect(listNotes(stranger, interviewId)).rejects.toEqual(interviewNotFound)
  await expect(writeNote(stranger, newRef(interviewId), draft('Mine'))).rejects.toEqual(interviewNotFound)
  await expect(writeNote(stranger, ref, draft('Changed'))).rejects.toEqual(interviewNotFound)
  await expect(deleteNote(stranger, ref)).rejects.toEqual(interviewNotFound)

  const own = await givenInterview({ teamId: 'team_b' })
  const moved = { interviewId: own.id, noteId: ref.noteId }
  await expect(writeNote(stranger, moved, draft('Taken'))).rejects.toEqual(notFound)
  await expect(deleteNote(stranger, moved)).rejects.toEqual(notFound)
  expect(await bodies(author, interviewId)).toEqual(['Ours'])
})

test('the same note sent twice, or many times at once, is one note', async () => {
  const ref = newRef(interviewId)
  await Promise.all(Array.from({ length: 10 }, () => writeNote(author, ref, draft('Once'))))
  const again = await writeNote(author, ref, draft('Once'))
  expect(again.editedAt).toBeNull()
  expect(await bodies(author, interviewId)).toEqual(['Once'])
})

test('its author edits a note, which says so; where it is tied to stays', async () => {
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft('First', { at: 5 }))
  const edited = await writeNote(author, ref, draft('Second', { at: 9 }))
  expect(edited).toMatchObject({ body: 'Second', at: 5 })
  for (const at of [edited.createdAt, edited.editedAt]) expect(at, 'as every browser reads it').toMatch(/T.*Z$/)
})

test('nobody but its author edits or deletes a note', async () => {
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft('Mine'))
  const admin = await givenViewer({ role: 'admin' })
  await expect(writeNote(admin, ref, draft('Yours'))).rejects.toEqual(notYours)
  await expect(deleteNote(admin, ref)).rejects.toEqual(notYours)
  expect(await bodies(author, interviewId)).toEqual(['Mine'])
})

test('a deleted note is gone, is not written again, and stays as a place for its answers', async () => {
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft('Question'))
  await writeNote(author, newRef(interviewId), draft('Answer', { parentId: ref.noteId }))
  await deleteNote(author, ref)
  await deleteNote(author, ref)
  expect((await listNotes(author, interviewId)).notes).toMatchObject([
    { body: '', deleted: true },
    { body: 'Answer', deleted: false },
  ])
  await expect(writeNote(author, ref, draft('Again'))).rejects.toEqual(notFound)

  const lonely = newRef(interviewId)
  await writeNote(author, lonely, draft('Lonely'))
  await deleteNote(author, lonely)
  expect(await bodies(author, interviewId)).toEqual(['', 'Answer'])
})

test('answers go one level deep, and only to a note of the same interview', async () => {
  const [top, answer] = [newRef(interviewId), newRef(interviewId)]
  await writeNote(author, top, draft('Top'))
  await writeNote(author, answer, draft('Answer', { parentId: top.noteId }))
  const deep = draft('Deep', { parentId: answer.noteId })
  await expect(writeNote(author, newRef(interviewId), deep)).rejects.toEqual(notFound)

  const other = await givenInterview()
  const across = draft('Across', { parentId: top.noteId })
  await expect(writeNote(author, newRef(other.id), across)).rejects.toEqual(notFound)
})

test('a member who is named finds the note until they have seen it, and then still, as seen', async () => {
  const named = await givenViewer()
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft(`@${named.email}, please listen.`))
  expect(await countUnseenMentions(named)).toBe(1)
  expect(await listMentions(named)).toMatchObject([{ note: { id: ref.noteId }, interview: { id: interviewId } }])

  await markMentionsSeen(named, [ref.noteId])
  await writeNote(author, ref, draft(`@${named.email}, please listen again.`))
  expect(await countUnseenMentions(named)).toBe(0)
  expect(await listMentions(named)).toMatchObject([{ seen: true }])

  await writeNote(author, ref, draft('Never mind.'))
  expect(await listMentions(named)).toEqual([])
})

test('nobody marks somebody else’s mentions as seen', async () => {
  const named = await givenViewer()
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft(`@${named.email}`))
  await markMentionsSeen(stranger, [ref.noteId])
  expect(await countUnseenMentions(named)).toBe(1)
})

test('who may not see the interview is not named, nor told once they may not any more', async () => {
  await writeNote(author, newRef(interviewId), draft(`@${stranger.email}`))
  expect(await listMentions(stranger)).toEqual([])
  const { mentionable } = await listNotes(author, interviewId)
  expect(mentionable.map(({ id }) => id)).toEqual([author.memberId])

  const named = await givenViewer()
  await writeNote(author, newRef(interviewId), draft(`@${named.email}`))
  await db().update(members).set({ seesAllTeams: false }).where(eq(members.id, named.memberId))
  expect(await listMentions({ ...named, scope: NO_SCOPE })).toEqual([])
})

test('a deleted note names nobody', async () => {
  const named = await givenViewer()
  const ref = newRef(interviewId)
  await writeNote(author, ref, draft(`@${named.email}`))
  await deleteNote(author, ref)
  expect(await countUnseenMentions(named)).toBe(0)
})

test('who is named more often than is listed sees all of it in the end', async () => {
  const named = await givenViewer()
  for (let written = 0; written < 51; written++) {
    await writeNote(author, newRef(interviewId), draft(`@${named.email}`))
  }
  const see = async () =>
    markMentionsSeen(
      named,
      (await listMentions(named)).map(({ note }) => note.id),
    )
  await see()
  expect(await countUnseenMentions(named)).toBe(1)
  await see()
  expect(await countUnseenMentions(named)).toBe(0)
})

test('whoever answered a note that is hidden from them now can still say their answer otherwise, and answers no other one', async () => {
  const flow = await givenFlow()
  const { id: interviewId } = await givenInterview({ flowId: flow.id })
  const [author, answerer] = [await givenViewer(), await givenViewer()]
  const [parentId, answerId, otherId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const draft = { parentId: null, body: 'Calm', at: null, quote: null }
  await writeNote(author, { interviewId, noteId: parentId }, draft)
  await writeNote(answerer, { interviewId, noteId: answerId }, { ...draft, parentId })
  await setBlindness(whoMay(author, 'blindness.set'), flow.id, { colleagues: true, assessment: false })
  await writeNote(author, { interviewId, noteId: otherId }, draft)

  const edited = { ...draft, parentId, body: 'Calm, and clear' }
  expect(await writeNote(answerer, { interviewId, noteId: answerId }, edited)).toMatchObject({ body: edited.body })
  const toHidden = writeNote(answerer, { interviewId, noteId: crypto.randomUUID() }, { ...draft, parentId: otherId })
  await expect(toHidden).rejects.toMatchObject({ code: 'note_not_found' })
})
