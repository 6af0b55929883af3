import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Program } from '../../e2e/program'
import { temporaryFolder } from '../../e2e/temporary-folder'

const FILE = join(temporaryFolder('memory'), 'bytes')
const LOOK_MS = 50
/** Milliseconds for what is written after an answer, such as who saw which candidate. */
const AFTER_MS = 3_000

/** What a server's environment has so that `memoryLeft` can ask it. */
export const TELLS_MEMORY = {
  NODE_OPTIONS: `--require ${resolve('bench/use/tell-memory.cjs')}`,
  TELL_MEMORY_TO: FILE,
}

/** Megabytes that a server at rest cannot do without: its heap after its garbage was collected, and what it holds outside. */
export async function memoryLeft(server: Program): Promise<number> {
  await pause(AFTER_MS)
  rmSync(FILE, { force: true })
  server.signal('SIGUSR2')
  for (;;) {
    const bytes = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
    if (bytes !== '') return Number(bytes) / 1e6
    await pause(LOOK_MS)
  }
}
