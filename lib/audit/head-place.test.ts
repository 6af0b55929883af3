import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import * as environment from '../env'
import { readHeads, writeHead } from './head'
import { keepLine } from './head-place'

const headOf = (size: number) => writeHead({ size, seq: size, root: 'a'.repeat(64) })
const running = new AbortController().signal

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  vi.spyOn(environment, 'env').mockReturnValue({ AUDIT_HEAD_FILE: file } as environment.Environment)
})

const kept = () => readHeads(readFileSync(file, 'utf8')).map(({ size }) => size)

test('each head is a line', async () => {
  for (const size of [1, 2]) await keepLine(headOf(size), running)
  expect(readFileSync(file, 'utf8')).toBe(`${headOf(1)}\n${headOf(2)}\n`)
})

test('a line that broke off costs itself, and none that comes after it', async () => {
  for (const size of [1, 2]) await keepLine(headOf(size), running)
  truncateSync(file, `${headOf(1)}\n`.length + 20)
  for (const size of [3, 4]) await keepLine(headOf(size), running)
  expect(kept()).toEqual([1, 3, 4])
})

test('so does a file whose last line somebody else has left without its end', async () => {
  writeFileSync(file, `# Heads of Debrief\n${headOf(1)}`)
  await keepLine(headOf(2), running)
  expect(kept()).toEqual([1, 2])
})

test('where the file can be written and not read each begins a line', async () => {
  writeFileSync(file, headOf(1))
  chmodSync(file, 0o200)
  await keepLine(headOf(2), running)
  chmodSync(file, 0o600)
  expect(kept()).toEqual([1, 2])
})

test('a pipe that nobody reads is a failure, and nothing that waits for ever', async () => {
  execFileSync('mkfifo', [file])
  await expect(keepLine(headOf(1), running)).rejects.toMatchObject({ code: 'audit_head_not_kept' })
})
