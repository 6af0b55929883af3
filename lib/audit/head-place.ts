import 'server-only'
import { open } from 'node:fs/promises'
import { request } from 'undici'
import { env } from '../env'
import { DebriefError } from '../errors'

const TIMEOUT_MS = 5_000

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

/** On the disk before anybody is told that it is kept; only ever added to, so that the file can be one that takes nothing else. */
async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a')
  try {
    await handle.appendFile(`${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
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
