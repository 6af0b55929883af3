import 'server-only'
import { open, stat } from 'node:fs/promises'
import { request } from 'undici'
import { env } from '../env'
import { DebriefError } from '../errors'
import { readHeads } from './head'

const TIMEOUT_MS = 5_000
/** Of the end of a file: more than a line has. */
const TAIL_BYTES = 4_096

type Place = 'file' | 'url'

/** Where AUDIT_HEAD_FILE has the head kept; null: nowhere but in the server's log. */
export function headPlace(): Place | null {
  const to = env().AUDIT_HEAD_FILE
  if (to === undefined) return null
  return to.includes('://') ? 'url' : 'file'
}

/** Throws `audit_head_not_kept`. */
export async function keepLine(line: string, stopped: AbortSignal): Promise<void> {
  const to = env().AUDIT_HEAD_FILE ?? ''
  try {
    await (headPlace() === 'url' ? post(to, line, stopped) : append(to, line))
  } catch (cause) {
    throw new DebriefError('audit_head_not_kept', { cause })
  }
}

/**
 * On the disk before anybody is told that it is kept; only ever added to, so that the file can be one that takes nothing else. Never
 * behind a line that broke off, by which nobody could read either.
 */
async function append(file: string, line: string): Promise<void> {
  const begins = (await isAmidLine(file)) ? '\n' : ''
  const handle = await open(file, 'a')
  try {
    await handle.appendFile(`${begins}${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whether the last line was begun and not ended, by whomever; so, too, of a file that can be written and not read. */
async function isAmidLine(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  // What is no file may never end.
  return found?.isFile() === true && found.size > 0 && !(await readTail(file, found.size)).endsWith('\n')
}

/** Goes to this address and to no other: a redirection is a failure. */
async function post(url: string, line: string, stopped: AbortSignal): Promise<void> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `${line}\n`,
    signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  await body.dump()
  if (statusCode < 200 || statusCode > 299) throw new Error('refused', { cause: statusCode })
}

/** What the file itself holds last, and when it was written (ISO 8601). Null where this server has no such file, or no head in it. */
export async function readLastInFile(): Promise<{ size: number; at: string } | null> {
  const file = headPlace() === 'file' ? env().AUDIT_HEAD_FILE : undefined
  const found = file === undefined ? null : await stat(file).catch(() => null)
  // What is no file may never end.
  if (file === undefined || !found?.isFile()) return null
  const last = readHeads(await readTail(file, found.size)).at(-1)
  return last ? { size: last.size, at: found.mtime.toISOString() } : null
}

/** Empty where it can be written and not read. */
async function readTail(file: string, bytes: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return ''
  try {
    const length = Math.min(bytes, TAIL_BYTES)
    const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: bytes - length })
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}
