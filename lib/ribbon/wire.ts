import { z } from 'zod'

const DAY_SECONDS = 86_400
const LONGEST_ID = 255

/** Postgres stores neither NUL nor half of a surrogate pair. */
export function storable(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

export const text = z.string().transform(storable)

export const id = text.pipe(z.string().min(1).max(LONGEST_ID))

/** Null when missing, blank or of another type: what is optional never costs the whole. */
export const optionalText = text
  .transform((value) => value.trim() || null)
  .nullable()
  .catch(null)

/** Null when missing, of another type, or too long for an index. */
export const optionalId = id.nullable().catch(null)

/** A place in a recording: below zero counts as its beginning; what is no number, or beyond a day, is no place. */
export const seconds = z.unknown().transform(readSeconds)

export function readSeconds(value: unknown): number | null {
  return typeof value === 'number' && value <= DAY_SECONDS && value > -Infinity ? Math.max(0, value) : null
}

/** Each entry on its own terms: one that cannot be read becomes `instead`, so that the others keep their index. */
export function listOf<Schema extends z.ZodType>(schema: Schema, instead: z.output<Schema>) {
  return z.array(schema.catch(() => instead)).catch([])
}
