import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { findEngines } from './engines'
import { freePort } from './free-port'
import { expect, test } from './test'

test('what a test starts ends with the process that started it, also when that is killed', async () => {
  const origin = `http://127.0.0.1:${await freePort()}`
  const starter = startCode(`
    import { startProgram, untilAnswering } from './e2e/program.ts'
    const program = startProgram(['--import', 'tsx', 'sandbox/main.ts', '--port', '${new URL(origin).port}', '--samples', 'none'], {})
    await untilAnswering('${origin}', program)
    console.log('started')
    setInterval(() => {}, 1000)`)
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

const VISITS = {
  firefox: `
    import { firefox } from '@playwright/test'
    import { FIREFOX_OPTIONS } from './e2e/engines.ts'
    const browser = await firefox.launch(FIREFOX_OPTIONS)
    await (await browser.newPage()).goto(process.argv[1])`,
  webkit: `
    import { openWebKit } from './e2e/webkit/webkit-driver.ts'
    const { driver } = await openWebKit()
    await driver.get(process.argv[1])`,
}
const engines = findEngines()

for (const name of ['firefox', 'webkit'] as const)
  if (engines[name])
    test(`${name} ends with the process that started it, also when that is killed`, async () => {
      // It never ends what it answers: only the browser's end does.
      const server = createServer((_, response) => response.write('<p>')).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const visited = once(server, 'connection')
      const starter = startCode(VISITS[name], `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const [connection] = await visited
      // A killed browser may have left what was sent unread, which is an error of the connection before it closes.
      const left = new Promise((resolve) => (connection as Socket).once('close', resolve))

      starter.kill('SIGKILL')
      await left
      server.close()
    })

function startCode(code: string, ...args: string[]) {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
