import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { databaseFailure } from './unavailable'

const coded = (code: string, more = {}) => Object.assign(new Error('secret words'), { code, ...more })

test.each([
  ['refused', coded('ECONNREFUSED'), 'database_unavailable'],
  ['without its socket', coded('ENOENT', { syscall: 'connect' }), 'database_unavailable'],
  ['shutting down', coded('57P01'), 'database_unavailable'],
  ['starting up', coded('57P03'), 'database_unavailable'],
  ['at its limit of connections', coded('53300'), 'database_unavailable'],
  ['cancelling a long statement', coded('57014'), 'database_unavailable'],
  ['cut', new Error('Connection terminated unexpectedly'), 'database_unavailable'],
  ['not given a connection', new Error('timeout exceeded when trying to connect'), 'database_unavailable'],
  ['on a full disk', coded('53100'), 'database_full'],
  ['told of it by drizzle', new DrizzleQueryError('SELECT', [], coded('ECONNRESET')), 'database_unavailable'],
  ['asked for a duplicate', coded('23505'), null],
  ['missing a file', coded('ENOENT', { syscall: 'open' }), null],
  ['wrongly programmed', new TypeError('x is not a function'), null],
])('a database that is %s', (_, error, code) => {
  expect(databaseFailure(error)).toBe(code)
})
