import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { watchLiveness } from './liveness'

test('a process stands still once it has shown nothing for 18 seconds, or for five minutes while it starts', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const [signs, stands] = [new PassThrough(), vi.fn()]
  watchLiveness(signs, stands)
  vi.advanceTimersByTime(300_000)
  for (let sign = 0; sign < 10; sign++) {
    signs.emit('data', '.')
    vi.advanceTimersByTime(15_000)
  }
  expect(stands).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(stands).toHaveBeenCalledOnce()

  const neverShows = vi.fn()
  watchLiveness(new PassThrough(), neverShows)
  vi.advanceTimersByTime(302_000)
  expect(neverShows).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

test('a process that is busy with one thing for long still shows that it lives', async () => {
  const code = `
    import { showLiveness } from './launch/liveness.ts'
    showLiveness(20)
    process.stdin.once('data', () => {
      process.stdout.write('busy')
      for (;;) continue
    })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: ['pipe', 'pipe', 'inherit', 'ignore', 'pipe'],
  })
  const [stdin, stdout, , , signs] = child.stdio
  if (!stdin || !stdout || !signs) throw new Error('its pipes are missing')
  await once(signs, 'data')
  stdin.write('work')
  await once(stdout, 'data')
  for (let sign = 0; sign < 5; sign++) await once(signs, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
})
