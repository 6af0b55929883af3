import { z } from 'zod'
import { DebriefError } from '../errors'

/** The id that the parameter of an endpoint says. Throws `member_not_found` for what no member has. */
export function memberIdOfParameter(parameter: string): string {
  const parsed = z.uuid().safeParse(parameter)
  if (!parsed.success) throw new DebriefError('member_not_found', { cause: parsed.error })
  return parsed.data
}
