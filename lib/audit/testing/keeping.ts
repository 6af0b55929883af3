import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, vi } from 'vitest'
import { db } from '../../db/client'
import { auditKeptHeads } from '../../db/schema/audit'
import * as environment from '../../env'
import { sealEvents } from '../seal'
import { findHead } from '../tree-store'
import { emptyLog } from './tamper'
import { givenTold } from './told'

export const running = new AbortController().signal

/** Before each test of the file nothing is told, and no head was kept. */
export function withNothingKept() {
  beforeEach(async () => {
    await emptyLog()
    await db().delete(auditKeptHeads)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    forgetKept()
  })
}

/** As another process, or this one after a restart. */
export function forgetKept() {
  const shared = globalThis as typeof globalThis & { debriefKeptHeads?: unknown }
  delete shared.debriefKeptHeads
}

/** What whoever writes into the database can say of it. */
export async function claim(place: 'file' | 'url', size: number) {
  const { seq, root } = await findHead(db())
  const kept = { size, seq, root: Buffer.from(root, 'hex'), keptAt: sql`now()` }
  await db()
    .insert(auditKeptHeads)
    .values({ place, ...kept })
    .onConflictDoUpdate({ target: auditKeptHeads.place, set: kept })
}

export function keepIn(place: string | undefined) {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), AUDIT_HEAD_FILE: place })
}

export async function givenSealed(count: number) {
  await givenTold(count)
  await sealEvents()
}

/** Heads are kept in this file from now on, which is not there yet. */
export function keepInFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'heads-')), 'heads')
  keepIn(file)
  return file
}

/** An address that answers each head with this status; `taken` are the requests. */
export async function givenServer(status: number) {
  const taken: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.on('data', (bytes) => (text += String(bytes)))
    request.on('end', () => {
      taken.push(`${request.method} ${request.url} ${text}`)
      response.writeHead(status, { location: '/elsewhere' }).end('thanks')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { taken, url: `http://127.0.0.1:${port}/heads?key=1`, close: () => void server.close() }
}
