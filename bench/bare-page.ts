import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { freePort } from '../e2e/free-port'
import { startProgram, stopProgram, untilAnswering } from '../e2e/program'

const FOLDER = '.bench/bare'

/** Builds and serves the baseline; `url(bytes)` is the page whose HTML has that size, within a line. */
export async function startBarePage() {
  build()
  const port = await freePort()
  const env = { PORT: String(port), HOSTNAME: '127.0.0.1' }
  const program = startProgram([`${FOLDER}/.next/standalone/${FOLDER}/server.js`], env)
  const origin = `http://127.0.0.1:${port}`
  await untilAnswering(`${origin}/?lines=1`, program)

  const size = async (lines: number) => (await (await fetch(`${origin}/?lines=${lines}`)).arrayBuffer()).byteLength
  const perLine = ((await size(1100)) - (await size(100))) / 1000
  const fixed = (await size(1100)) - 1100 * perLine
  const url = (bytes: number) => `${origin}/?lines=${Math.max(0, Math.round((bytes - fixed) / perLine))}`
  return { url, stop: () => stopProgram(program) }
}

function build() {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  cpSync('bench/bare', FOLDER, { recursive: true })
  const next = resolve('node_modules/next/dist/bin/next')
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the bare page did not build')
}
