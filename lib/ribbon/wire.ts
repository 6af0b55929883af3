import { z } from 'zod'
import { withLineFeeds } from '../text/line-ends'

const DAY_SECONDS = 86_400
const LONGEST_ID = 255

/** Postgres stores neither NUL nor half of a surrogate pair. */
export function storable(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

const MARK = '…'

/** Cut, with a mark, before it is longer than this (UTF-16 units); never inside a character. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '') + MARK
}

/** What is read, by people or for its offsets. */
export function readable(value: string): string {
  return withLineFeeds(storable(value))
}

export const text = z.string().transform(readable)

export function textUpTo(most: number) {
  return z.string().transform((value) => readable(cut(value, most)))
}

/** Letter for letter, since Ribbon is asked by it again. */
const exact = z.string().transform(storable)

export const id = exact.pipe(z.string().min(1).max(LONGEST_ID))

/** Null when missing, blank or of another type: what is optional never costs the whole. A longer one is cut with a mark. */
export function optionalTextUpTo(most: number) {
  return textUpTo(most)
    .transform((value) => value.trim() || null)
    .nullable()
    .catch(null)
}

/** The same, but of what is longer nothing: a part of an address is another address. */
export function optionalWhole(most: number) {
  return exact
    .transform((value) => value.trim())
    .pipe(z.string().min(1).max(most))
    .nullable()
    .catch(null)
}

/** Null when missing, of another type, or too long for an index. */
export const optionalId = id.nullable().catch(null)

/** A place in a recording: below zero counts as its beginning; what is no number, or beyond a day, is no place. */
export const seconds = z.unknown().optional().transform(readSeconds)

export function readSeconds(value: unknown): number | null {
  return typeof value === 'number' && value <= DAY_SECONDS && value > -Infinity ? Math.max(0, value) : null
}

/** Of a list that may have millions so many at most, before a schema looks at each; none where it is no list. */
function listUpTo(most: number) {
  return z
    .unknown()
    .optional()
    .transform((value): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []))
}

/** The first ones, each on its own terms: one that cannot be read becomes `instead`, so that the others keep their index. */
export function listOf<Schema extends z.ZodType>(
  schema: Schema,
  { instead, most }: { instead: z.output<Schema>; most: number },
) {
  return listUpTo(most).pipe(z.array(schema.catch(() => instead)))
}
