import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onVolume } from './hanging-volume'

let late: AbortController
beforeEach(() => {
  late = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => late.signal)
})
afterEach(() => answer())

let answer = () => {}
/** Something that hangs until `answer`. */
const hanging = () =>
  new Promise<string>((resolve) => {
    answer = () => resolve('answered')
  })

test('what a volume answers in time is had, or why it could not be', async () => {
  await expect(onVolume(async () => 'answered')).resolves.toBe('answered')
  await expect(onVolume(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
})

test('one is under way at a time', async () => {
  const first = onVolume(hanging)
  const work = vi.fn(async () => 'then')
  const second = onVolume(work)
  await Promise.resolve()
  expect(work).not.toHaveBeenCalled()
  answer()
  await expect(Promise.all([first, second])).resolves.toEqual(['answered', 'then'])
})

test('what hangs is given up with whatever waits for it, and nothing more is begun until it ends', async () => {
  const work = vi.fn(async () => 'then')
  const givenUp = [onVolume(hanging), onVolume(work)].map((waiting) => expect(waiting).rejects.toThrow('not answer'))
  late.abort()
  await Promise.all(givenUp)
  late = new AbortController()
  await expect(onVolume(work)).rejects.toThrow('has not answered')
  expect(work).not.toHaveBeenCalled()
  answer()
  await vi.waitFor(() => expect(onVolume(work)).resolves.toBe('then'))
})

test('a process that stops does not wait for it', async () => {
  const stopped = new AbortController()
  const waiting = expect(onVolume(hanging, stopped.signal)).rejects.toThrow()
  stopped.abort()
  await waiting
  await expect(onVolume(async () => 'then', stopped.signal)).rejects.toThrow()
})

test('a process ends at its exit whatever hangs', async () => {
  const pipe = join(mkdtempSync(join(tmpdir(), 'volume-')), 'pipe')
  execFileSync('mkfifo', [pipe])
  const process = fork('lib/audit/testing/hanging-process.ts', [pipe], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  })
  await expect(once(process, 'exit')).resolves.toEqual([null, 'SIGKILL'])
})
