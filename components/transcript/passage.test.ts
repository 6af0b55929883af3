import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_CORRECTION } from '@/lib/corrections/longest'
import { correctablePart, linkTo, quoteOf, type PassagePart } from './passage'

const HERE = 'https://debrief.example/candidates/one?q=shift'
const part = (segment: number, text: string): PassagePart => ({
  segment,
  from: 0,
  to: text.length,
  text,
  original: text,
})
const question = part(0, 'Why did you leave?')
const answer = part(1, 'They closed.')
const more = part(2, 'All of it.')
const later = part(4, 'Then I left.')
const speakerOf = (segment: number) => (segment === 0 ? 'Agent' : 'Jane')

beforeEach(() => void vi.stubGlobal('window', { location: { href: `${HERE}#note-1` } }))
afterEach(() => void vi.unstubAllGlobals())

test('words of one speaker are one quote, with who said them, when, and a link', () => {
  const quote = quoteOf({ parts: [answer, more], start: 218.2, end: 224 }, speakerOf)
  expect(quote).toBe(`“They closed. All of it.”\n— Jane, 3:38\n${HERE}&t=218.2-224`)
})

test('nobody’s words are put into the mouth of somebody else', () => {
  const quote = quoteOf({ parts: [question, answer], start: 218.2, end: 224 }, speakerOf)
  expect(quote).toBe(`Agent: “Why did you leave?”\nJane: “They closed.”\n— 3:38\n${HERE}&t=218.2-224`)
})

test('what is left out between two utterances is marked', () => {
  const said = quoteOf({ parts: [answer, more, later], start: null, end: null }, speakerOf)
  expect(said).toBe(`“They closed. All of it. […] Then I left.”\n— Jane\n${HERE}`)
  const both = quoteOf({ parts: [question, more], start: null, end: null }, speakerOf)
  expect(both).toBe(`Agent: “Why did you leave?”\n[…]\nJane: “All of it.”\n${HERE}`)
})

test('where the words have no times the quote has none, and its link leads to the page', () => {
  expect(quoteOf({ parts: [answer], start: null, end: null }, speakerOf)).toBe(`“They closed.”\n— Jane\n${HERE}`)
})

test('a link to a moment does not lead to the note that the page was opened at', () => {
  expect(linkTo({ start: 83.4, end: null })).toBe(`${HERE}&t=83.4`)
})

test('a link leads nobody into the queue of whoever copied it', () => {
  vi.stubGlobal('window', { location: { href: 'https://debrief.example/candidates/one?queue=1&listen=candidate' } })
  const link = 'https://debrief.example/candidates/one?listen=candidate'
  expect(linkTo(null)).toBe(link)
  expect(quoteOf({ parts: [answer], start: 2, end: 3 }, speakerOf)).toContain(`${link}&t=2-3`)
})

test('what can be corrected is in one segment, and no longer than what is stored', () => {
  const long = part(1, 'x'.repeat(LONGEST_CORRECTION))
  expect(correctablePart({ parts: [long], start: null, end: null })).toBe(long)
  expect(correctablePart({ parts: [part(1, `${long.text}y`)], start: null, end: null })).toBeNull()
  expect(correctablePart({ parts: [answer, more], start: null, end: null })).toBeNull()
})
