import { z } from 'zod'
import { DebriefError } from '../errors'

const flowId = z
  .string()
  .min(1)
  .max(255)
  .refine((id) => !id.includes('\0'))

/** The id that the parameter of an endpoint says: Next has decoded it. Throws `flow_not_found` for what no flow can be called. */
export function flowIdOfParameter(parameter: string): string {
  const parsed = flowId.safeParse(parameter)
  if (!parsed.success) throw new DebriefError('flow_not_found', { cause: parsed.error })
  return parsed.data
}
