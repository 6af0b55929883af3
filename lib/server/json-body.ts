import 'server-only'
import { z } from 'zod'
import { DebriefError } from '../errors'
import { readLimitedBody } from './limited-body'

/** Plenty for what a member writes. */
const MAX_BYTES = 64 * 1024
/** Of one that lists as many ids as a schema takes at most, by the longest that Ribbon may make. */
export const LISTING_BYTES = 1024 * 1024

/** A JSON body as the schema has it, of `maxBytes` at most. Throws `body_too_large`, and `invalid_input` with what to change. */
export async function readJsonBody<T>(request: Request, schema: z.ZodType<T>, maxBytes = MAX_BYTES): Promise<T> {
  const text = new TextDecoder().decode(await readLimitedBody(request, maxBytes))
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = issue && [issue.path.join('.'), issue.message].filter(Boolean).join(': ')
  throw new DebriefError('invalid_input', { cause: parsed.error, ...(detail ? { detail } : {}) })
}

/** An id that a browser has made. Throws `invalid_input`. */
export function parseId(id: string): string {
  const parsed = z.uuid().safeParse(id)
  if (!parsed.success) throw new DebriefError('invalid_input', { detail: 'The id has to be a UUID.' })
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DebriefError('invalid_input', { cause, detail: 'The body has to be JSON.' })
  }
}
