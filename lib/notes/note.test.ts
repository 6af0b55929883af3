import { expect, test } from 'vitest'
import { mentionedIn } from './note'

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
