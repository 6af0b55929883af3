import { expect, test } from 'vitest'
import { mentionedIn, noteDraft } from './note'

const members = ['priya@example.com', 'sam@example.com', 'sam@example.org', 'josé.d@example.com'].map(
  (email, index) => ({
    id: String(index),
    email,
  }),
)
const named = (body: string) => mentionedIn(body, members).map(({ email }) => email)

test.each([
  ['@priya@example.com look', ['priya@example.com']],
  ['Look, @Priya.', ['priya@example.com']],
  ['(@priya) and @josé.d!', ['priya@example.com', 'josé.d@example.com']],
  ['@priya @priya@example.com', ['priya@example.com']],
  ['@sam could be two', []],
  ['@sam@example.org is one', ['sam@example.org']],
  ['write to me@priya or priya@example.com', []],
  ['@nobody', []],
])('%j names %j', (body, emails) => {
  expect(named(body)).toEqual(emails)
})

const draft = { parentId: null, body: 'Good', at: null, quote: null }
const quote = { segment: 0, from: 0, to: 1, text: 'a' }

test.each([
  { ...draft, body: 'a\0b' },
  { ...draft, quote: { ...quote, text: 'a\0b' } },
])('a note with NUL, which Postgres does not store, is refused with a sentence', (given) => {
  expect(noteDraft.safeParse(given).error?.issues).toMatchObject([{ message: expect.stringContaining('NUL') }])
})

test('half of a surrogate pair, which Postgres does not store either, is replaced', () => {
  const cut = noteDraft.parse({ ...draft, body: 'a\ud83d', quote: { ...quote, text: 'b\ud83d' } })
  expect(cut).toMatchObject({ body: 'a\ufffd', quote: { text: 'b\ufffd' } })
})
