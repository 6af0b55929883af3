import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import { MINI_BROWSER } from '../engines'
import { freePort } from '../free-port'

const SCREEN = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp']

/** WebKitGTK's own browser, on a screen of its own, that trusts any certificate. All of it ends with this process too. */
export async function openWebKit(): Promise<{ driver: WebDriver; close: () => Promise<void> }> {
  const screen = start(['Xvfb', '-displayfd', '3', ...SCREEN], {}, ['ignore', 'ignore', 'inherit', 'pipe'])
  const display = await firstLine(screen)
  const port = await freePort()
  const server = start(['WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], { DISPLAY: `:${display}` })
  await untilReady(`http://127.0.0.1:${port}/status`, server)
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities()).build()
  const close = async () => {
    await driver.quit()
    for (const program of [server, screen]) {
      program.kill()
      await once(program, 'exit')
    }
  }
  return { driver, close }
}

/** The kernel ends it with this process, however that ends; the browser ends with its screen. */
function start(command: string[], env: Record<string, string>, stdio: StdioOptions = 'ignore'): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', ...command], { stdio, env: { ...process.env, ...env } })
}

function capabilities() {
  const options = { binary: MINI_BROWSER, args: ['--automation'] }
  return new Capabilities({
    browserName: 'MiniBrowser',
    acceptInsecureCerts: true,
    'webkitgtk:browserOptions': options,
  })
}

async function firstLine(program: ChildProcess): Promise<string> {
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`${program.spawnargs.join(' ')} ended with ${code}`)
  })
  const [chunk] = (await Promise.race([once(program.stdio[3] as NodeJS.ReadableStream, 'data'), ended])) as [Buffer]
  return chunk.toString().trim()
}

async function untilReady(url: string, program: ChildProcess) {
  while (program.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${program.spawnargs.join(' ')} ended with ${program.exitCode}`)
}
