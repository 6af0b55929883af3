import { expect, test } from 'vitest'
import type { Note } from '@/lib/notes/note'
import { shownNotes, threadsOf } from './shown-notes'

const me = { id: 'me', email: 'me@example.com', name: null }
const note = (id: string, given: Partial<Note> = {}): Note => ({
  ...{ id, parentId: null, body: id, at: null, quote: null, author: me, createdAt: '2026-11-01T00:00:00Z' },
  ...{ editedAt: null, deleted: false, isMine: true },
  ...given,
})
const unsent = (id: string, body: string, parentId: string | null = null) => ({
  ...{ interviewId: 'i1', id, draft: { parentId, body, at: null, quote: null }, writtenAt: '2026-11-02T00:00:00Z' },
  ...{ version: id, problem: null, orphaned: false, signedOut: false },
})

test('a note on its way is shown as written, and a newer text in place of the older', () => {
  const shown = shownNotes([note('a'), note('b')], [unsent('b', 'newer'), unsent('c', 'fresh')], me)
  expect(shown.map(({ body, unsent, isMine }) => [body, unsent !== null, isMine])).toEqual([
    ['a', false, true],
    ['newer', true, true],
    ['fresh', true, true],
  ])
})

test('what is to be deleted is not shown, unless it has replies or was refused', () => {
  const waiting = ['a', 'b', 'c'].map((id) => ({ ...unsent(id, ''), draft: null }))
  const [refused] = [{ ...unsent('d', ''), draft: null, problem: 'Your role does not allow that.' }]
  const notes = [note('a'), note('b'), note('answer', { parentId: 'b' }), note('d')]
  const shown = shownNotes(notes, [...waiting, refused], me)
  expect(shown.map(({ id, deleted, unsent }) => [id, deleted, unsent?.problem ?? null])).toEqual([
    ['b', true, null],
    ['answer', false, null],
    ['d', false, 'Your role does not allow that.'],
  ])
})

test('threads follow the recording, the general ones come last, and each holds its replies', () => {
  const notes = [note('whole'), note('late', { at: 9 }), note('early', { at: 1 }), note('answer', { parentId: 'late' })]
  const threads = threadsOf(shownNotes(notes, [unsent('reply', 'reply', 'late')], me))
  expect(threads.map(({ note, replies }) => [note.id, replies.map(({ id }) => id)])).toEqual([
    ['early', []],
    ['late', ['answer', 'reply']],
    ['whole', []],
  ])
})

test('a reply to a note that is gone stands by itself', () => {
  const threads = threadsOf(shownNotes([note('a')], [unsent('reply', 'reply', 'gone')], me))
  expect(threads.map(({ note }) => note.id)).toEqual(['a', 'reply'])
})
