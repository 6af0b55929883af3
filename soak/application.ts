import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Program, startProgram, stopProgram } from '../e2e/program'
import { findAddress } from '../launch/embedded-address'
import { listProcesses } from './processes'

const START = ['--import', 'tsx', '--conditions=react-server', 'launch/start.ts']
const SERVER = /next-server|server\.js/
const AGAIN_MS = 250
const LOOK_MS = 250
const ANSWER_MS = 5_000

export type Role = 'starter' | 'server' | 'database'
type Environment = Record<string, string> & { NEXTAUTH_URL: string; DATA_DIR: string }

/** Debrief as `npm start` runs it, started again whenever it ends, as whoever watches over a server does. */
export class Application {
  readonly env: Environment
  readonly #programs: Program[] = []
  readonly #stopping = new AbortController()
  #supervised: Promise<void> = Promise.resolve()

  constructor(env: Environment) {
    this.env = env
  }

  get starts(): number {
    return this.#programs.length
  }

  start() {
    this.#supervised = this.#supervise()
  }

  async #supervise() {
    while (!this.#stopping.signal.aborted) {
      const program = startProgram(START, this.env)
      this.#programs.push(program)
      await program.exited
      await pause(AGAIN_MS)
    }
  }

  /** Null while it is not there. */
  find(role: Role): { pid: number; megabytes: number } | null {
    const starter = this.#programs.at(-1)?.pid
    const all = listProcesses()
    const database = all.find(({ pid }) => this.#serves(pid))
    const server = all.find(({ parent, command }) => parent === starter && SERVER.test(command))
    return { starter: all.find(({ pid }) => pid === starter), server, database }[role] ?? null
  }

  #serves(pid: number): boolean {
    return findAddress(this.env.DATA_DIR, pid) !== null
  }

  databaseUrl(): string | null {
    const database = this.find('database')
    return database && findAddress(this.env.DATA_DIR, database.pid)
  }

  /** Milliseconds until it answers that it and its database are ready; null when that takes longer, or it was stopped. */
  async untilReady(seconds: number): Promise<number | null> {
    const began = performance.now()
    while (performance.now() - began < seconds * 1000 && !this.#stopping.signal.aborted) {
      if (await this.#isReady()) return performance.now() - began
      await pause(LOOK_MS)
    }
    return null
  }

  async #isReady(): Promise<boolean> {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const response = await fetch(`${this.env.NEXTAUTH_URL}/api/health/ready`, { signal }).catch(() => null)
    await response?.body?.cancel().catch(() => {})
    return response?.ok ?? false
  }

  /** All that its processes have printed. */
  printed(): string {
    return this.#programs.map(({ log }) => readFileSync(log, 'utf8')).join('')
  }

  async stop() {
    this.#stopping.abort()
    const last = this.#programs.at(-1)
    if (last) await stopProgram(last)
    await this.#supervised
  }
}
