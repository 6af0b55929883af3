import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { Failure, invalidFields } from './failure'

/** Throws 400 when the body is no JSON, 422 naming each faulty field when the schema refuses it. */
export async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseJson(await text(request)))
  if (parsed.success) return parsed.data

  const fields: Record<string, string[]> = {}
  for (const { path, message } of parsed.error.issues) {
    const name = path.length > 0 ? path.join('.') : '_schema'
    fields[name] = [...(fields[name] ?? []), message]
  }
  throw invalidFields('json', fields)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body || '{}')
  } catch {
    throw new Failure(400, 'The request body is not valid JSON.')
  }
}
