import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Child = { exited: Promise<number>; stop(): Promise<void> }

type Launch = { command: string[]; env: NodeJS.ProcessEnv }

/**
 * A Node program that ends when this process does: it gets a channel whose end it can notice, and a SIGTERM at `stop`.
 * `exited` is its exit code, 1 when a signal ended it.
 */
export function startNode({ command, env }: Launch): Child {
  const child = spawn(process.execPath, command, {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1))
  return { exited, stop: () => terminate(child, exited) }
}

async function terminate(child: ChildProcess, exited: Promise<number>) {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  await exited
}

/**
 * Resolves at Ctrl-C, at SIGTERM, and when who started this has gone away: npm, which passes no signal on, or the other end of a
 * channel.
 */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    if (process.send) process.once('disconnect', () => resolve())
    if (process.env.npm_lifecycle_event) onceOrphaned(resolve)
  })
}

function onceOrphaned(tell: () => void) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, 500).unref()
}
