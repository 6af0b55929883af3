import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { auditKeptHeads } from '../db/schema/audit'
import { jobs } from '../db/schema/jobs'
import { env } from '../env'
import { failureMessage, isFailureCode } from '../errors'
import { recurring, type Job } from '../jobs/job'
import { isRecurring } from '../jobs/recurring'
import { log } from '../log'
import { writeHead } from './head'
import { findTimeOfHead } from './head-time'
import { headPlace, keepLine, readLastInFile } from './head-place'
import { findHead } from './tree-store'

const EVERY_SECONDS = 60

/** Tells the head to who cannot be reached through the database: of all replicas one, once a minute, where it has not kept that one itself. */
export const keepingHead: Job<object> = {
  kind: 'audit.keep_head',
  ...recurring(EVERY_SECONDS),
  run: (_, { signal }) => keepHead(signal),
}

type Kept = { line: string; size: number; at: string }

// Next loads a module several times in one process.
const shared = globalThis as typeof globalThis & { debriefKeptHeads?: Map<string, Kept> | undefined }

/**
 * What this process last kept, by where. What the database has of it is for people to read: whoever can write there could say of any
 * head that it is kept.
 */
function lastKept(): Map<string, Kept> {
  return (shared.debriefKeptHeads ??= new Map())
}

/** Throws `audit_head_not_kept`. */
export async function keepHead(stopped: AbortSignal): Promise<void> {
  const place = headPlace() ?? 'log'
  const to = env().AUDIT_HEAD_FILE ?? place
  const head = await findHead(db())
  const line = writeHead(head)
  if (head.size === 0 || lastKept().get(to)?.line === line) return
  log.info({ head: line }, 'the head of the audit log')
  if (place !== 'log') await keepLine(line, stopped)
  const { size, seq } = head
  lastKept().set(to, { line, size, at: new Date().toISOString() })
  const kept = { size, seq, root: Buffer.from(head.root, 'hex'), keptAt: sql`now()` }
  await db()
    .insert(auditKeptHeads)
    .values({ place, ...kept })
    .onConflictDoUpdate({ target: auditKeptHeads.place, set: kept })
}

/**
 * Whether the head is kept outside; `failure` is the sentence for why the last attempt was none. What the last head in the file itself
 * proves, or what this process did, comes before what the database has of it.
 */
export async function findKept() {
  const place = headPlace()
  const [inFile, claimed, [job]] = await Promise.all([
    readLastInFile(),
    findClaimed(place ?? 'log'),
    db().select({ code: jobs.lastFailureCode }).from(jobs).where(isRecurring(keepingHead.kind)),
  ])
  const own = lastKept().get(env().AUDIT_HEAD_FILE ?? 'log')
  const known = inFile ? { size: inFile.size, at: await findTimeOfHead(inFile) } : own
  const code = job?.code
  const failure = code && isFailureCode(code) ? failureMessage(code) : null
  return { place, last: known ? { size: known.size, at: known.at, saidBy: 'server' as const } : claimed, failure }
}

async function findClaimed(place: 'log' | 'file' | 'url') {
  const [last] = await db().select().from(auditKeptHeads).where(eq(auditKeptHeads.place, place))
  return last ? { size: last.size, at: new Date(last.keptAt).toISOString(), saidBy: 'database' as const } : null
}
