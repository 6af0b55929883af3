import { DebriefError } from '../errors'
import { foreignId } from '../text/foreign-id'

/** The id that the parameter of an endpoint says: Next has decoded it. Throws `flow_not_found` for what no flow can be called. */
export function flowIdOfParameter(parameter: string): string {
  const parsed = foreignId.safeParse(parameter)
  if (!parsed.success) throw new DebriefError('flow_not_found', { cause: parsed.error })
  return parsed.data
}
