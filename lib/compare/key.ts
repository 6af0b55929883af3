import { DebriefError } from '../errors'

/** As `questionKey` makes them. */
const KEY = /^[\w-]{22}$/

/** The question's key that the parameter of an endpoint says. Throws `question_not_found` for what is none. */
export function keyOfParameter(parameter: string): string {
  if (!KEY.test(parameter)) throw new DebriefError('question_not_found')
  return parameter
}
