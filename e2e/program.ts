import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder'

const running = new Set<ChildProcess>()
// Those that have not come so far as to notice the end of their channel.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** `log` is the file with all that the program printed; `exited` its exit code, null when a signal ended it. */
export type Program = { pid: number; log: string; exited: Promise<number | null>; signal(name: NodeJS.Signals): void }

/** A Node program that ends with this process, however that ends: it has a channel whose other end is here. */
export function startProgram(command: string[], env: Record<string, string>, input = ''): Program {
  const log = join(temporaryFolder('program'), 'log')
  const file = openSync(log, 'a')
  const child = spawn(process.execPath, command, {
    env: { ...inherited(), ...env },
    stdio: ['pipe', file, file, 'ipc'],
  })
  closeSync(file)
  running.add(child)
  child.once('exit', () => running.delete(child))
  child.stdin?.end(input)
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  if (!child.pid) throw new Error(`${command.join(' ')} did not start`)
  return { pid: child.pid, log, exited, signal: (name) => child.kill(name) }
}

/** Only what a program needs to run, so that a developer's own settings do not reach the installation under test. */
function inherited() {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env
  return { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', TZ: 'UTC', NODE_ENV: 'production' as const }
}

export async function stopProgram(program: Program) {
  program.signal('SIGTERM')
  await program.exited
}

/** Throws what the program printed unless it ends with exit code 0. */
export async function runProgram(command: string[], env: Record<string, string>, input = '') {
  const program = startProgram(command, env, input)
  if ((await program.exited) !== 0)
    throw new Error(`${command.join(' ')} failed:\n${readFileSync(program.log, 'utf8')}`)
}

/** Polls until the address answers 2xx; throws what the program printed when it ends or the time is over. */
export async function untilAnswering(url: string, program: Program, seconds = 300) {
  const deadline = Date.now() + seconds * 1000
  const over = program.exited.then(() => true)
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    if (await Promise.race([over, pause(100)])) break
  }
  throw new Error(`${url} did not answer:\n${readFileSync(program.log, 'utf8')}`)
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
}
