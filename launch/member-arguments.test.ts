import { expect, test } from 'vitest'
import { MOST_INVITED } from '../lib/invitations/invitation'
import { readCommand, UsageError } from './member-arguments'

const typed = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''))

test('a new member sees everything unless something is named', () => {
  expect(typed('add ada@example.com --role admin')).toEqual({
    verb: 'add',
    email: 'ada@example.com',
    role: 'admin',
    scope: 'all',
  })
  expect(typed('add --team a bob@example.com --role=reviewer --team b --interview c')).toMatchObject({
    scope: { teams: ['a', 'b'], flows: [], interviews: ['c'] },
  })
})

test('who is invited has a role, and sees everything unless something is named', () => {
  expect(typed('invite ada@example.com --role admin')).toEqual({
    ...{ verb: 'invite', emails: ['ada@example.com'], role: 'admin', scope: 'all' },
  })
  expect(typed('invite ada@example.com --role reviewer --flow a')).toMatchObject({
    scope: { teams: [], flows: ['a'], interviews: [] },
  })
})

test('as many are invited at once as the page takes', () => {
  const emails = Array.from({ length: MOST_INVITED }, (_, index) => `ada${index}@example.com`)
  expect(typed(`invite ${emails.join(' ')} --role reviewer --team a`)).toMatchObject({ emails, role: 'reviewer' })
  expect(() => typed(`invite ${emails.join(' ')} bob@example.com --role reviewer`)).toThrow('At most 100')
})

test('who is invited already gets another link, or none', () => {
  for (const verb of ['invite-again', 'withdraw'])
    expect(typed(`${verb} ada@example.com`)).toEqual({ verb, email: 'ada@example.com' })
  expect(() => typed('withdraw')).toThrow('email')
  expect(() => typed('invite-again ada@example.com --role admin')).toThrow('--role')
})

test('a role and a scope are given anew', () => {
  expect(typed('set-role ada@example.com --role reviewer')).toEqual({
    verb: 'set-role',
    email: 'ada@example.com',
    role: 'reviewer',
  })
  expect(typed('set-scope ada@example.com --all')).toMatchObject({ scope: 'all' })
  expect(typed('set-scope ada@example.com --flow a --flow b')).toMatchObject({
    scope: { teams: [], flows: ['a', 'b'], interviews: [] },
  })
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

test('who is there to break the glass is said by on or off', () => {
  expect(typed('break-glass ada@example.com on')).toEqual({ verb: 'break-glass', email: 'ada@example.com', on: true })
  expect(typed('break-glass ada@example.com off')).toMatchObject({ on: false })
  for (const line of [
    'break-glass a@example.com',
    'break-glass a@example.com maybe',
    'break-glass a@example.com on off',
  ])
    expect(() => typed(line)).toThrow('on or off')
})

test('the other commands take an email, the list what somebody is found by', () => {
  for (const verb of ['disable', 'enable', 'sign-out', 'reset-password', 'reset-link', 'unlink', 'remove'])
    expect(typed(`${verb} ada@example.com`)).toEqual({ verb, email: 'ada@example.com' })
  expect(typed('list')).toEqual({ verb: 'list', typed: '' })
  expect(typed('list ada byron')).toEqual({ verb: 'list', typed: 'ada byron' })
})

test.each([
  ['', /^Usage/],
  ['promote ada@example.com', /^Usage/],
  ['list --all', /--all belongs to/],
  ['invite --role reviewer', /whom to invite/],
  ['add ada@example.com --password hunter2', /^Usage/],
  ['add --role admin', /whose email/],
  ['disable', /whose email/],
  ['add ada@example.com', /which role/],
  ['add ada@example.com --role owner', /which role/],
  ['add ada@example.com --role admin --team a', /sees everything/],
  ['invite ada@example.com --role admin --flow a', /sees everything/],
  ['add ada@example.com --role reviewer --all --team a', /leave out --all/],
  ['set-scope ada@example.com', /Say what they see/],
  ['set-role ada@example.com', /which role/],
  ['remove', /whose email/],
  ['break-glass ada@example.com on --role admin', /--role belongs to/],
  ['require-passkeys admins --all', /--all belongs to/],
  ['invite ada@example.com --role reviewer --team=', /--team needs the id of a team/],
  ['add ada@example.com --role reviewer --flow=', /--flow needs the id of a flow/],
  [`set-scope ada@example.com --interview ${'x'.repeat(256)}`, /--interview needs the id of an interview/],
  [`invite ${'a'.repeat(1_000)}@example.com --role reviewer`, /at most 254 characters/],
  ['remove ada@example.com --all', /--all belongs to add and invite and set-scope/],
  ['disable ada@example.com bob@example.com', /one email at a time/],
  ['disable ada@example.com --role admin', /--role belongs to add and invite and set-role/],
  ['disable ada@example.com --name Ada', /--name belongs to add and rename/],
  ['rename ada@example.com', /Say the new name/],
  ['rename --name Ada', /whose email/],
])('“%s” is answered with a sentence', (line, sentence) => {
  expect(() => typed(line)).toThrow(UsageError)
  expect(() => typed(line)).toThrow(sentence)
})

test('of whom a passkey is required is said by one word', () => {
  expect(typed('require-passkeys nobody')).toEqual({ verb: 'require-passkeys', of: 'nobody' })
  expect(typed('remove-passkeys ada@example.com')).toEqual({ verb: 'remove-passkeys', email: 'ada@example.com' })
  for (const line of ['require-passkeys', 'require-passkeys ada@example.com', 'require-passkeys admins everybody'])
    expect(() => typed(line)).toThrow('nobody, admins, everybody')
})
