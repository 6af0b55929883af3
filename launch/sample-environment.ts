import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VARIABLES } from '../lib/env'
import { LOOPBACK } from './listen-address'

const SAMPLE_KEY = '00000000-0000-4000-8000-00005a3d1e00'

type Ports = { port: string; sandboxPort: string }

/**
 * What the sample installation runs with. All that Debrief reads is its own, so that a shell, or a file beside it, that has a real
 * installation's variables lends it neither its key nor its people: empty where the samples need none.
 */
export function sampleEnvironment(
  given: Record<string, string | undefined>,
  dataDir: string,
  { port, sandboxPort }: Ports,
) {
  return {
    ...Object.fromEntries(VARIABLES.map((name) => [name, ''])),
    DATA_DIR: dataDir,
    PORT: port,
    SANDBOX_PORT: sandboxPort,
    HOSTNAME: LOOPBACK,
    RIBBON_API_KEY: SAMPLE_KEY,
    RIBBON_API_URL: `http://${LOOPBACK}:${sandboxPort}/be-api`,
    RECORDING_HOSTS: `${LOOPBACK}:${sandboxPort}`,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: keptSecret(join(dataDir, 'secret')),
    MIRROR_INTERVAL_SECONDS: given.MIRROR_INTERVAL_SECONDS?.trim() || '20',
  }
}

/** Kept, so that a second start does not sign everybody out. */
function keptSecret(file: string) {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
