import { expect, test } from 'vitest'
import { rememberedQuotes } from './remembered-quotes'
import type { Segment } from './transcript'

const TALK: Segment[] = [{ speaker: 'candidate', text: 'I ran the night shift for two years.', start: 0, end: 1 }]
/** Whoever goes through it throws. */
const UNREADABLE = Object.create(null) as never
const TEXT = 'She “ran the night shift” alone.'

test('where a text quotes a talk is looked for once, and anew once the talk is another', () => {
  const found = rememberedQuotes(TALK, 'first')(TEXT)
  expect(found).toEqual([{ end: TEXT.length, segment: 0, offset: 2 }])
  expect(rememberedQuotes(UNREADABLE, 'first')(TEXT)).toEqual(found)
  expect(() => rememberedQuotes(UNREADABLE, 'second')(TEXT)).toThrow(TypeError)
  expect(() => rememberedQuotes(UNREADABLE, 'first')(`${TEXT} Again.`)).toThrow(TypeError)
  expect(rememberedQuotes([], 'second')(TEXT)).toEqual([])
})
