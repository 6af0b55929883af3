import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHalfNote, readWritten } from './kept-note'

const quote = { segment: 0, from: 2, to: 5, text: 'ran' }
const draft = { parentId: null, body: 'Good', at: 3.5, quote }
const written = { interviewId: 'i1', id: 'n1', draft, writtenAt: '2026-11-02T00:00:00Z', version: 'v1' }
const half = { body: 'Goo', about: { at: 3.5, quote } }

test('what was kept is read as it was, with and without a moment, a quote and a note that it answers', () => {
  for (const kept of [
    written,
    { ...written, draft: null },
    { ...written, draft: { ...draft, at: null } },
    { ...written, draft: { ...draft, quote: null, parentId: 'n0' } },
    { ...written, draft: { ...draft, quote: { ...quote, until: { segment: 2, to: 9 } } } },
  ]) {
    expect(readWritten('i1', kept)).toEqual(kept)
  }
  for (const kept of [half, { ...half, about: null }, { ...half, about: { at: null, quote: null } }]) {
    expect(readHalfNote(kept)).toEqual(kept)
  }
})

test.each([
  ...['id', 'draft', 'writtenAt', 'version'].map((name) => ({ ...written, [name]: undefined })),
  ...['parentId', 'body', 'at', 'quote'].map((name) => ({ ...written, draft: { ...draft, [name]: undefined } })),
  { ...written, draft: { ...draft, at: '3.5' } },
  { ...written, draft: { ...draft, quote: { ...quote, to: null } } },
  { ...written, draft: { ...draft, quote: { ...quote, until: { segment: 2 } } } },
  [written],
])('a written note of another shape is not ours: %j', (kept) => {
  expect(readWritten('i1', kept)).toBeNull()
})

test.each([
  { ...half, body: 1 },
  { ...half, about: undefined },
  { ...half, about: {} },
  { ...half, about: { at: 1, quote: 'ran' } },
])('a half-written note of another shape is not ours: %j', (kept) => {
  expect(readHalfNote(kept)).toBeNull()
})

test('whatever else stands in the browser’s storage is no note and breaks nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      expect(readWritten('i1', stored)).toBeNull()
      expect(readHalfNote(stored)).toBeNull()
    }),
  )
})
