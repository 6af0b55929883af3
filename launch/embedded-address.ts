import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const holder = z.object({ pid: z.number(), host: z.string(), isPassing: z.boolean() })

/** What the embedded database's process tells the one that started it. */
export const embeddedReport = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ready'), url: z.string() }),
  z.object({ status: z.literal('held'), ...holder.shape }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
])
export type EmbeddedReport = z.infer<typeof embeddedReport>

const address = z.object({ pid: z.number(), url: z.string() })

export function embeddedFolders(dataDir: string) {
  return { data: join(dataDir, 'postgres'), lock: join(dataDir, 'postgres.lock') }
}

/** Where that process serves the folder's database, for others on this machine that want to join it; null until it does. */
export function findAddress(dataDir: string, pid: number): string | null {
  const written = address.safeParse(readJson(addressPath(dataDir)))
  return written.success && written.data.pid === pid ? written.data.url : null
}

export function writeAddress(dataDir: string, url: string) {
  const draft = `${addressPath(dataDir)}.new`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, url }), { mode: 0o600 })
  renameSync(draft, addressPath(dataDir))
}

/** Undefined for a file that is missing, or that an earlier version wrote in its own way. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function addressPath(dataDir: string) {
  return join(dataDir, 'postgres.address')
}
