import { z } from 'zod'
import { DebriefError } from '../errors'

const position = z.object({ value: z.string().nullable(), id: z.string() })

/** The last row of a page: the text of what it is sorted by, and its id. */
export type Position = z.infer<typeof position>

export function writeCursor(last: Position): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url')
}

/** Throws `invalid_input` for anything that `writeCursor` did not make. */
export function readCursor(cursor: string): Position {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new DebriefError('invalid_input', {
      cause,
      detail: 'The parameter cursor is not one that a list gave: start again without it.',
    })
  }
}
