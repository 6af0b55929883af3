import 'server-only'
import { and, eq } from 'drizzle-orm'
import { flowInScope, flowIsWhole, namesFlow } from '../auth/scope'
import type { Reader } from '../auth/viewer'
import type { Executor } from '../db/client'
import { flows } from '../db/schema/interviews'
import { DebriefError } from '../errors'
import { interviewsOf, seen } from '../interviews/seen'

/** One that Ribbon does not list any more is known by its interviews. Throws `flow_not_found`. */
export async function requireFlow(reader: Reader, flowId: string, on: Executor) {
  const isListed = await on.$count(flows, and(eq(flows.id, flowId), flowInScope(reader)))
  const isNamed = isListed || (await on.$count(interviewsOf(reader), eq(seen.flowId, flowId)))
  if (!isNamed) throw new DebriefError('flow_not_found')
}

/**
 * Before something is set that holds for all interviews of a flow. Throws `flow_not_found`, and `flow_in_part` for whom some of
 * them are hidden from, or may be.
 */
export async function requireWholeFlow(reader: Reader, flowId: string, on: Executor) {
  await requireFlow(reader, flowId, on)
  const isWhole = namesFlow(reader, flowId) || (await on.$count(flows, and(eq(flows.id, flowId), flowIsWhole(reader))))
  if (!isWhole) throw new DebriefError('flow_in_part')
}
