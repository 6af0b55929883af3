import { expect, test } from 'vitest'
import { readCommand, UsageError } from './member-arguments'

const typed = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''))

test('a new member sees all teams unless some are named', () => {
  expect(typed('add ada@example.com --role admin')).toEqual({
    verb: 'add',
    email: 'ada@example.com',
    role: 'admin',
    teams: 'all',
  })
  expect(typed('add --team a bob@example.com --role=reviewer --team b')).toMatchObject({ teams: ['a', 'b'] })
})

test('a new member may have a name, and it can be changed or taken away', () => {
  expect(readCommand(['add', 'ada@example.com', '--role', 'admin', '--name', 'Ada Byron'])).toMatchObject({
    name: 'Ada Byron',
  })
  expect(readCommand(['rename', 'ada@example.com', '--name', 'Ada King'])).toEqual({
    verb: 'rename',
    email: 'ada@example.com',
    name: 'Ada King',
  })
  expect(readCommand(['rename', 'ada@example.com', '--name', ' '])).toMatchObject({ name: null })
})

test('the other commands take an email, the list none', () => {
  for (const verb of ['disable', 'enable', 'reset-password'])
    expect(typed(`${verb} ada@example.com`)).toEqual({ verb, email: 'ada@example.com' })
  expect(typed('list')).toEqual({ verb: 'list' })
})

test.each([
  ['', /^Usage/],
  ['promote ada@example.com', /^Usage/],
  ['list ada@example.com', /^Usage/],
  ['add ada@example.com --password hunter2', /^Usage/],
  ['add --role admin', /whose email/],
  ['disable', /whose email/],
  ['add ada@example.com', /which role/],
  ['add ada@example.com --role owner', /which role/],
  ['add ada@example.com --role admin --team a', /leave out --team/],
  ['disable ada@example.com bob@example.com', /one email at a time/],
  ['disable ada@example.com --role admin', /belong to add/],
  ['disable ada@example.com --name Ada', /--name belongs to add and rename/],
  ['rename ada@example.com', /Say the new name/],
  ['rename --name Ada', /whose email/],
])('“%s” is answered with a sentence', (line, sentence) => {
  expect(() => typed(line)).toThrow(UsageError)
  expect(() => typed(line)).toThrow(sentence)
})
