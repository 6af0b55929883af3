import 'server-only'
import { z } from 'zod'
import { DebriefError } from '../errors'
import { receivedFlow, type ReceivedFlow } from './flow'
import { parseInterview } from './parse-interview'
import { receivedInterview, type ReceivedInterview } from './interview'
import { pageOf, readItem, type Page, type Read } from './page'
import { ribbonTeam, type RibbonTeam } from './team'
import type { Call } from './attempt'
import { transport, type BeforeSend } from './transport'
import { TEXT_LIMITS } from './limits'
import { id, optionalTextUpTo, storable, text } from './wire'

// Every function here throws a DebriefError with one of the `ribbon_…` codes, or what its `beforeSend` throws.

type InterviewsWanted = { status: 'completed' | 'incomplete'; limit: number; offset: number; teamId?: string }
type FlowsWanted = { limit: number; offset: number; teamId?: string }
type Invitee = { flowId: string; email?: string; firstName?: string; lastName?: string; recruiterId?: string }
type FlowDraft = {
  orgName: string
  title: string
  /** At most 20. */
  questions: string[]
  teamId?: string
  language?: string
  hasVideo?: boolean
}

/** Resolves when Ribbon answers and accepts the key. */
export async function ping(): Promise<void> {
  await get('/v1/ping', z.object({ message: z.string() }))
}

export async function fetchTeams(beforeSend?: BeforeSend): Promise<Page<RibbonTeam>> {
  return getPage('/v1/teams', { name: 'teams', schema: ribbonTeam }, beforeSend)
}

/** Ribbon promises no order, and pages may shift while they are read: dedupe by id, stop at a short page. */
export async function fetchInterviews(
  { teamId, ...wanted }: InterviewsWanted,
  beforeSend?: BeforeSend,
): Promise<Page<ReceivedInterview>> {
  const path = '/v1/interviews' + query({ ...wanted, team_id: teamId })
  return getPage(path, { name: 'interviews', schema: receivedInterview, parseItem: parseInterview }, beforeSend)
}

export async function fetchInterview(interviewId: string, beforeSend?: BeforeSend): Promise<ReceivedInterview> {
  return get('/v1/interviews/' + segment(interviewId), receivedInterview, beforeSend)
}

/** `link` opens the interview once, for whoever holds it. */
export async function createInterview(invitee: Invitee): Promise<{ id: string; link: string; hint: string | null }> {
  const body = {
    interview_flow_id: invitee.flowId,
    interviewee_email_address: invitee.email,
    interviewee_first_name: invitee.firstName,
    interviewee_last_name: invitee.lastName,
    assigned_recruiter_id: invitee.recruiterId,
  }
  const reply = z.object({ interview_id: id, interview_link: text, hint: optionalTextUpTo(TEXT_LIMITS.title) })
  const created = await ask({ method: 'POST', path: '/v1/interviews', body }, reply)
  return { id: created.interview_id, link: created.interview_link, hint: created.hint }
}

/** Ribbon's DELETE takes away the recordings only; the interview remains. */
export async function revokeRecordings(interviewId: string): Promise<void> {
  await remove('/v1/interviews/' + segment(interviewId))
}

export async function fetchFlows(
  { teamId, ...wanted }: FlowsWanted,
  beforeSend?: BeforeSend,
): Promise<Page<ReceivedFlow>> {
  const path = '/v1/interview-flows' + query({ ...wanted, team_id: teamId })
  return getPage(path, { name: 'interview_flows', schema: receivedFlow }, beforeSend)
}

export async function fetchFlow(flowId: string, beforeSend?: BeforeSend): Promise<ReceivedFlow> {
  return get('/v1/interview-flows/' + segment(flowId), receivedFlow, beforeSend)
}

/** The new flow's id. */
export async function createFlow({ orgName, teamId, hasVideo, ...draft }: FlowDraft): Promise<string> {
  const body = { ...draft, org_name: orgName, team_id: teamId, is_video_enabled: hasVideo }
  const reply = z.object({ interview_flow_id: id })
  return (await ask({ method: 'POST', path: '/v1/interview-flows', body }, reply)).interview_flow_id
}

/** Its interviews remain. */
export async function archiveFlow(flowId: string): Promise<void> {
  await remove('/v1/interview-flows/' + segment(flowId))
}

function get<T>(path: string, schema: z.ZodType<T>, beforeSend?: BeforeSend): Promise<T> {
  return ask({ method: 'GET', path }, schema, beforeSend)
}

/** The list that the reply holds by this name, its items read by the schema. */
type List<T> = Pick<Call, 'parseItem'> & { name: string; schema: z.ZodType<T> }

/** Without an id in its path there is nothing that Ribbon could say it does not know. */
async function getPage<T>(
  path: string,
  { name, schema, parseItem }: List<T>,
  beforeSend?: BeforeSend,
): Promise<Page<T>> {
  const call: Call = { method: 'GET', path, parseItem, readItem: (value) => readItem(value, schema) }
  const reply = z.object({ [name]: z.array(z.custom<Read<T>>()) })
  const { [name]: list } = await ask(call, reply, beforeSend).catch((error: unknown) => {
    const isUnknown = error instanceof DebriefError && error.code === 'ribbon_not_found'
    throw isUnknown ? new DebriefError('ribbon_rejected', { cause: error.cause }) : error
  })
  return pageOf(list ?? [])
}

async function remove(path: string): Promise<void> {
  const { success } = await ask({ method: 'DELETE', path }, z.object({ success: z.boolean() }))
  if (!success) throw new DebriefError('ribbon_rejected')
}

async function ask<T>(call: Call, schema: z.ZodType<T>, beforeSend?: BeforeSend): Promise<T> {
  const reply = schema.safeParse(await transport()(call, beforeSend))
  if (!reply.success) throw new DebriefError('ribbon_unreadable', { cause: reply.error })
  return reply.data
}

/** A dot segment would be another path, so no such id exists. */
function segment(value: string): string {
  if (['', '.', '..'].includes(value)) throw new DebriefError('ribbon_not_found')
  return encodeURIComponent(storable(value))
}

function query(parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
