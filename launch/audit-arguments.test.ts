import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeHead } from '../lib/audit/head'
import { readHeadsOf } from './audit-arguments'
import { UsageError } from './member-arguments'

const folder = mkdtempSync(join(tmpdir(), 'heads-'))

function givenFile(...sizes: number[]): string {
  const file = join(folder, crypto.randomUUID())
  writeFileSync(file, sizes.map((size) => `${writeHead({ size, seq: size, root: 'a'.repeat(64) })}\n`).join(''))
  return file
}

test('the log is held against every head of every file that is named', () => {
  const args = ['verify', '--head', givenFile(3, 4), '--head', givenFile(9)]
  expect(readHeadsOf(args).map(({ size }) => size)).toEqual([3, 4, 9])
  expect(readHeadsOf(['verify'])).toEqual([])
})

test('a file without a head, or none, is said', () => {
  for (const args of [
    ['verify', '--head', givenFile(3), '--head', givenFile()],
    ['verify', '--head', givenFile(3), '--head', join(folder, 'none')],
    ['verify', '--size', '3'],
    [],
  ])
    expect(() => readHeadsOf(args), args.join(' ')).toThrow(UsageError)
})
