import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the embedded database's process tells the one that started it. */
export const embeddedReport = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ready'), url: z.string() }),
  z.object({ status: z.literal('held'), pid: z.number(), host: z.string() }),
])
export type EmbeddedReport = z.infer<typeof embeddedReport>

export function embeddedFolders(dataDir: string) {
  return { data: join(dataDir, 'postgres'), lock: join(dataDir, 'postgres.lock') }
}

/** The address of the running embedded database, for others on this machine that want to join it. */
export function readAddress(dataDir: string): string {
  return readFileSync(addressPath(dataDir), 'utf8')
}

export function writeAddress(dataDir: string, url: string) {
  const draft = `${addressPath(dataDir)}.new`
  writeFileSync(draft, url, { mode: 0o600 })
  renameSync(draft, addressPath(dataDir))
}

function addressPath(dataDir: string) {
  return join(dataDir, 'postgres.address')
}
