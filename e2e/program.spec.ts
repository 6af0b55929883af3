import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './free-port'
import { expect, test } from './test'

test('what a test starts ends with the process that started it, also when that is killed', async () => {
  const origin = `http://127.0.0.1:${await freePort()}`
  const code = `
    import { startProgram, untilAnswering } from './e2e/program.ts'
    const program = startProgram(['--import', 'tsx', 'sandbox/main.ts', '--port', '${new URL(origin).port}', '--samples', 'none'], {})
    await untilAnswering('${origin}', program)
    console.log('started')
    setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(starter.stdout, 'data')
  expect((await fetch(origin)).ok).toBe(true)

  starter.kill('SIGKILL')
  const answers = () =>
    fetch(origin).then(
      () => true,
      () => false,
    )
  await expect.poll(answers).toBe(false)
})
