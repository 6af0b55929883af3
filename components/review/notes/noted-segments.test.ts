import { expect, test } from 'vitest'
import { excessOf } from '@/lib/testing/cpu-cost'
import type { ShownNote } from '../../notes/shown-notes'
import { notesBySegment } from './noted-segments'

test('notes × segments cost what both together do, not their product', () => {
  expect(excessOf(prepare, 1_200)).toBeLessThan(1)
})

test('a note stands beside the segment that is being said, and beside the first of those that begin together', () => {
  const times = [4, 2, null, 2].map((start) => ({ speaker: 'agent' as const, start, end: start && start + 1 }))
  const notes = [noteAt(1), noteAt(2), noteAt(9), { ...noteAt(9), deleted: true }, noteAt(3), noteAt(null)]
  const placed = [...notesBySegment(notes, times)].map(([segment, tied]) => [segment, tied.map(({ at }) => at)])
  expect(placed).toEqual([
    [0, [1, 9]],
    [1, [2, 3]],
  ])
})

function prepare(size: number) {
  const times = many(size, (at) => ({ speaker: 'agent' as const, start: at, end: at + 1 }))
  const notes = many(size, (at) => noteAt(at))
  return () => notesBySegment(notes, times)
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function noteAt(at: number | null): ShownNote {
  const author = { id: 'x', email: 'x@example.com', name: null }
  const written = { body: 'Good', parentId: null, quote: null, createdAt: '2026-11-25T00:00:00Z', editedAt: null }
  return { ...written, id: String(at), at, author, deleted: false, isMine: true, unsent: null }
}
