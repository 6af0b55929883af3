import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const SERVER = '.next/standalone/server.js'

/** All that a build is made from; `.dockerignore` lets in the same. */
export const SOURCES = [
  ...['app', 'components', 'launch', 'lib', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]

/** Builds unless the build is newer than everything it was made from. */
export function buildIfStale() {
  if (existsSync(SERVER) && statSync(SERVER).mtimeMs > Math.max(...SOURCES.map((source) => newest(source)))) return

  console.log('Building Debrief; this takes a minute, and only after the code has changed.')
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed; see above.')
}

function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
