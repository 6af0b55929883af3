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

const quoted = { segment: 1, from: 2, to: 5, text: 'ran' }
const draft = { parentId: null, body: 'Good', at: null }

test.each([
  { ...quoted, to: 2 },
  { ...quoted, from: 6 },
  { ...quoted, until: { segment: 0, to: 9 } },
  { ...quoted, until: { segment: 1, to: 4 } },
])('a quote that ends before it begins is refused with a sentence: %j', (quote) => {
  const { error } = noteDraft.safeParse({ ...draft, quote })
  expect(error?.issues).toMatchObject([{ path: ['quote'], message: 'What is quoted has to end after it begins.' }])
})

test.each([quoted, { ...quoted, until: { segment: 1, to: 9 } }, { ...quoted, until: { segment: 2, to: 1 } }, null])(
  'a quote whose end is after its beginning is taken: %j',
  (quote) => {
    expect(noteDraft.safeParse({ ...draft, quote }).success).toBe(true)
  },
)
