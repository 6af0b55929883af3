import 'server-only'
import { DebriefError } from '../errors'

/** Plenty for any form that a stranger may send. */
const MAX_BYTES = 16 * 1024

/**
 * The fields of a JSON or URL-encoded body, yet to be parsed. Throws `body_too_large` before more than 16 KiB are kept,
 * whatever length the request announces, and `invalid_input`.
 */
export async function readSmallForm(request: Request): Promise<unknown> {
  const text = await readSmallBody(request)
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DebriefError('invalid_input', { cause })
  }
}

async function readSmallBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > MAX_BYTES) throw new DebriefError('body_too_large')

  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_BYTES) throw new DebriefError('body_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
