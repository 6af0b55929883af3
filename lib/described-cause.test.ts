import { DrizzleQueryError } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeCause } from './described-cause'

const CANARY = 'canary'
/** What somebody wrote, also where it looks like a line of a stack. */
const foreignLine = fc.constantFrom(
  CANARY,
  `    at ${CANARY} (/app/${CANARY}.js:1:1)`,
  `  at first she said: ${CANARY}`,
  `    at ${CANARY}:3:3`,
  `Error: ${CANARY}`,
  '',
)
const foreignText = fc.array(foreignLine, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))

const KINDS: Record<string, (text: string) => Error> = {
  'an error': (text) => new Error(text),
  'a failed query': (text) => new DrizzleQueryError('insert into "notes" values ($1)', [text], new Error(text)),
  'an error with a cause': (text) => new Error('x', { cause: new TypeError(text) }),
  'text that is no JSON': (text) => failureOf(() => JSON.parse(text)),
  'a refused value': (text) => failureOf(() => z.literal('x', { error: text }).parse(text)),
  'an error whose message has changed': (text) => Object.assign(new Error(text), { message: 'x' }),
  'an error without a message': (text) => Object.assign(new Error(text), { message: '' }),
  'an error whose message is the first line of what it was': (text) =>
    Object.assign(new Error(`x\n  ${text}`), { message: 'x' }),
  'an error of that name': (text) => Object.assign(new Error('x'), { name: `${text} ` }),
  'an error with that code': (text) => Object.assign(new Error('x'), { code: `${text} ` }),
  'an error with a code that is a thing': (text) => Object.assign(new Error('x'), { code: { text } }),
  'an error with more to it': (text) =>
    Object.assign(new Error('x'), { detail: text, where: text, parameters: [text] }),
}

function failureOf(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not fail')
}

test.each(Object.entries(KINDS))('nothing that %s quotes is in its description', (_kind, make) => {
  fc.assert(
    fc.property(foreignText, (text) => {
      fc.pre(text.includes(CANARY))
      expect(JSON.stringify(describeCause(make(text)))).not.toContain(CANARY)
    }),
  )
})

test.each(['x', 'two\nlines', `a\n    at ${CANARY} (/app/x.js:1:1)`])(
  'where an error that says %j was thrown is told',
  (text) => {
    const here = { frame: expect.stringContaining('described-cause.test.ts') }
    expect(describeCause(new Error(text))).toMatchObject({ name: 'Error', ...here })
    const failed = new DrizzleQueryError('select', [text], Object.assign(new Error(text), { code: '57P01' }))
    expect(describeCause(failed)).toMatchObject({ ...here, cause: { name: 'Error', code: '57P01', ...here } })
  },
)

test('what is no error is told only as a number or a truth', () => {
  expect([503, true, CANARY, { CANARY }, [CANARY], null].map((cause) => describeCause(cause))).toEqual([
    ...[503, true, undefined, undefined, undefined, undefined],
  ])
})
