// Must hold 4: a search finds what members noted for who may read it, by the words that stand there now.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { noteTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview, givenTalk } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { deleteNote, writeNote } from '../notes/commands'
import { reindex } from './reindex'
import { found, search, team } from './testing/search'

const draft = (body: string) => ({ parentId: null, body, at: null, quote: null })

/** An interview of which nobody says any of these words, with a note. */
async function givenNoted(body: string) {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({
    teamId,
    summary: null,
    ...givenTalk([['candidate', 'I ran the night shift.']]),
  })
  const ref = { interviewId: id, noteId: crypto.randomUUID() }
  await writeNote(viewer, ref, draft(body))
  return { teamId, viewer, id, ref }
}

const noteOn = (viewer: Viewer, interviewId: InterviewId, body: string) =>
  writeNote(viewer, { interviewId, noteId: crypto.randomUUID() }, draft(body))

test('a plain search finds what was noted, note: that alone, and the other fields do not', async () => {
  const { viewer, id } = await givenNoted('Owns the mistake.\nFewer than four on deck.')
  for (const q of [
    'mistake',
    'mist',
    '"fewer than four"',
    'note:fewer',
    'NOTE:"than four on',
    '-note:night',
    'night fewer',
  ])
    expect(await found(viewer, q), q).toEqual([id])
  for (const q of ['said:fewer', 'asked:fewer', 'name:fewer', 'flow:fewer', 'note:night', '-fewer', '-note:fewer'])
    expect(await found(viewer, q), q).toEqual([])
  for (const q of ['"mistake fewer"', '"fewer four"', '"fewer than on"', 'fewer zebra', 'fewer -night'])
    expect(await found(viewer, q), q).toEqual([])
  expect(await found(viewer, '-"fewer than on"')).toEqual([id])
})

test.each([
  ['man\u0303ana en Tra\u0302\u0300n', ['mañana', 'note:manana', 'Trần', 'tran']],
  ['dans l’équipe', ['équipe', "note:l'équipe", 'lequipe', '"dans l\'équipe"', 'note:EQUIPE']],
  ['Donau\u00ADdampf\u00ADschiff kunden\u2060dienst', ['Donaudampfschiff', 'note:kundendienst', 'donaud']],
  ['夜勤です', ['夜勤', 'note:勤']],
  ['کار می\u200Cکنم', ['میکنم', 'note:"می کنم"']],
  ['- **C++** and `go`', ['c++', 'note:go', '"c++ and go"']],
])('a note is found by its words as what is said is, however they are typed: %s', async (body, queries) => {
  const { viewer, id } = await givenNoted(body)
  for (const q of queries) {
    expect(await found(viewer, q), q).toEqual([id])
    expect((await search(viewer, q)).reasons[id]?.notes, q).toHaveLength(1)
  }
})

test('what is edited is found by its new words at once, and what is deleted never', async () => {
  const { viewer, id, ref } = await givenNoted('Before')
  await writeNote(viewer, ref, draft('After'))
  expect(await found(viewer, 'note:after')).toEqual([id])
  expect(await found(viewer, 'before')).toEqual([])
  await deleteNote(viewer, ref)
  for (const q of ['after', 'note:after', 'before']) expect(await found(viewer, q), q).toEqual([])
  expect(await found(viewer, '-after')).toEqual([id])
})

test('terms may be met by different notes and by the talk, each in several interviews', async () => {
  const { teamId, viewer, id } = await givenNoted('Calm')
  await noteOn(viewer, id, 'Precise')
  const other = await givenInterview({ teamId, summary: null, ...givenTalk([['candidate', 'precise, at night']]) })
  await noteOn(viewer, other.id, 'Calm too')
  const both = [id, other.id].toSorted()
  for (const q of ['calm', 'calm precise', 'calm precise night', 'note:calm night'])
    expect((await found(viewer, q)).toSorted(), q).toEqual(both)
  expect(await found(viewer, 'note:precise')).toEqual([id])
  expect(await found(viewer, 'calm -note:precise')).toEqual([other.id])
})

test('a row says which note answers, whose it is and where, its latest two at most', async () => {
  const { viewer, id, ref } = await givenNoted('Strong start.\n\n- Says **fewer than four** and means it. Then stops.')
  const note = { author: { email: viewer.email }, text: 'Says fewer than four and means it.' }
  const hit = { ...note, id: ref.noteId, matches: [{ from: 5, to: 20 }] }
  expect((await search(viewer, '"fewer than four"')).reasons[id]).toMatchObject({ notes: [hit] })
  expect((await search(viewer, 'said:night')).reasons[id]).toBeUndefined()
  expect((await search(viewer, 'night -zebra')).reasons[id]).toBeUndefined()

  for (const body of ['fewer one', 'fewer two', 'fewer three']) await noteOn(viewer, id, body)
  const { notes } = (await search(viewer, 'note:fewer')).reasons[id] ?? {}
  expect(notes?.map(({ text }) => text)).toEqual(['fewer three', 'fewer two'])
})

test('a stranger finds no note, nor that there is one', async () => {
  const { id } = await givenNoted('wolpertinger')
  const teamId = team()
  const stranger = await givenViewer({ teams: [teamId] })
  const own = await givenInterview({ teamId })
  for (const q of ['wolpertinger', 'note:wolpertinger'])
    expect(await search(stranger, q)).toMatchObject({ items: [], reasons: {}, total: 0 })
  const { items, reasons, total } = await search(stranger, '-wolpertinger')
  expect({ ids: items.map((row) => row.id), reasons, total }).toEqual({ ids: [own.id], reasons: {}, total: 1 })
  expect(JSON.stringify(await search(stranger, '-note:zebra'))).not.toContain(id)
})

test('notes of before, and those of older rules, are found once they are indexed anew', async () => {
  const [before, older] = [await givenNoted('before'), await givenNoted('older')]
  await db().delete(noteTexts).where(eq(noteTexts.noteId, before.ref.noteId))
  await db().update(noteTexts).set({ rules: 0, lexemes: '', written: '' }).where(eq(noteTexts.noteId, older.ref.noteId))
  const deleted = await givenNoted('deleted')
  await deleteNote(deleted.viewer, deleted.ref)
  expect(await found(before.viewer, 'before')).toEqual([])
  expect(await found(older.viewer, 'older')).toEqual([])

  await reindex(() => Promise.resolve())
  expect(await found(before.viewer, 'before')).toEqual([before.id])
  expect(await found(older.viewer, 'note:older')).toEqual([older.id])
  expect(await db().$count(noteTexts, eq(noteTexts.noteId, deleted.ref.noteId))).toBe(0)
})
