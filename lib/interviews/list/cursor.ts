import { z } from 'zod'
import { encryptAlike, decrypt } from '../../db/encrypt'
import { env } from '../../env'
import { DebriefError } from '../../errors'

/** Postgres refuses the character, so nothing stored has it. */
const text = z.string().refine((value) => !value.includes('\0'))

const VALUES = { text, number: z.number(), microseconds: z.int() }

/** What a list can be sorted by; an instant as microseconds since 1970. */
export type SortValueKind = keyof typeof VALUES

/** The last row of a page: what it is sorted by, and its id. */
export type Position = { value: string | number | null; id: string }

/** Encrypted, since a value may be one that its reader is not to know later on; for lists in this order alone. */
export function writeCursor(order: string, last: Position): string {
  return encryptAlike(JSON.stringify(last), ownerOf(order), env().NEXTAUTH_SECRET).toString('base64url')
}

/** Throws `invalid_input` for anything that `writeCursor` did not make of such a value in the same order. */
export function readCursor(order: string, cursor: string, kind: SortValueKind): Position {
  try {
    const position = z.object({ value: VALUES[kind].nullable(), id: text })
    const opened = decrypt(Buffer.from(cursor, 'base64url'), ownerOf(order), env().NEXTAUTH_SECRET)
    return position.parse(JSON.parse(opened ?? ''))
  } catch (cause) {
    throw new DebriefError('invalid_input', {
      cause,
      detail: 'The parameter cursor is not one that this list gave: start again without it.',
    })
  }
}

function ownerOf(order: string): string {
  return `a cursor of what is sorted by ${order}`
}
