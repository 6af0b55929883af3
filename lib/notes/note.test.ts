import { expect, test } from 'vitest'
import { mentionedIn, mentionOf } from './mentioned'
import { noteDraft } from './note'

const members = ['priya@example.com', 'sam@example.com', 'sam@example.org', 'josé.d@example.com'].map(
  (email, index) => ({
    id: String(index),
    email,
    name: null,
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

const byron = { id: 'a', email: 'ada@example.com', name: 'Ada Byron' }
const shorter = { id: 'b', email: 'ada.b@example.com', name: 'Ada' }
const namesakes = ['one', 'two'].map((id) => ({ id, email: `${id}@example.com`, name: 'José Núñez' }))
const namedMembers = [byron, shorter, ...namesakes]

test.each([
  ['@Ada Byron, please listen', ['a']],
  ['@ada byron', ['a']],
  ['Ask @Ada.', ['b']],
  ['(@Ada Byron) and @Ada', ['a', 'b']],
  ['@Ada Byronson is nobody, but begins as one does', ['b']],
  ['@Adam', []],
  ['@Ada-Marie', []],
  ['@ada@example.com', ['a']],
  ['@ada.b', ['b']],
  ['@José Núñez could be two', []],
  ['@one', ['one']],
  ['write to me@Ada Byron', []],
])('%j names %j by name or address', (body, ids) => {
  expect(mentionedIn(body, namedMembers).map(({ id }) => id)).toEqual(ids)
})

test('whoever is chosen is named so that they and nobody else are meant', () => {
  for (const member of namedMembers) {
    const chosen = mentionOf(member, namedMembers)
    expect(mentionedIn(`@${chosen} please`, namedMembers)).toEqual([member])
  }
  expect(mentionOf(byron, namedMembers)).toBe('Ada Byron')
  expect(mentionOf({ ...byron, name: null }, namedMembers)).toBe('ada@example.com')
})

test('a note that is nothing but the beginnings of names is read at once', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: String(index),
    email: `member${index}@example.com`,
    name: `${'a'.repeat(index % 70)} ${index}`,
  }))
  expect(mentionedIn('@a '.repeat(1_333), many)).toEqual([])
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
