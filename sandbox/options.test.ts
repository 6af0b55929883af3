import { expect, test } from 'vitest'
import { DEFAULT_OPTIONS, readOptions } from './options'

test('without arguments the sandbox is the samples at its usual port', () => {
  expect(readOptions([], undefined)).toEqual(DEFAULT_OPTIONS)
  expect(readOptions([], '')).toEqual(DEFAULT_OPTIONS)
})

test('an argument goes before the environment', () => {
  expect(readOptions([], '5000').port).toBe(5000)
  expect(readOptions(['--port', '5001'], '5000').port).toBe(5001)
})

test('SANDBOX_PORT is read without what stands around it, and named where it is wrong', () => {
  expect(readOptions([], '5000\r').port).toBe(5000)
  expect(readOptions([], ' ').port).toBe(DEFAULT_OPTIONS.port)
  expect(() => readOptions([], 'high')).toThrow(/^SANDBOX_PORT is a whole number from 0 to 65535, not 'high'\.$/)
})

test('every argument is understood', () => {
  const args = '--port 0 --interviews 10000 --seed 3 --control --key other --samples none --evening'.split(' ')
  expect(readOptions(args, undefined)).toEqual({
    port: 0,
    interviews: 10_000,
    seed: 3,
    control: true,
    key: 'other',
    samples: 'none',
    evening: true,
  })
})

test.each(['--port high', '--port 70000', '--interviews -1', '--seed 1.5', '--samples some', '--colour red', 'start'])(
  '%s is answered by one sentence',
  (line) => {
    expect(() => readOptions(line.split(' '), undefined)).toThrow(/^.+\.$/)
  },
)
