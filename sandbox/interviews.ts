import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Exchange } from './exchange'
import { invalidFields } from './failure'
import { INTERVIEW_LINKS } from './links'
import { readPage, readStatus } from './query'
import { sendList } from './reply'
import { readBody } from './request-body'
import type { Route } from './router'
import { readTeam } from './teams'
import type { Interview, InterviewFlow } from './wire'

const DEFAULT_LIMIT = 20
const HINT = 'Without interviewee_email_address this interview will not appear on the Ribbon platform.'

export const INTERVIEW_ROUTES: Route[] = [
  { method: 'GET', path: '/v1/interviews', handle: listInterviews },
  { method: 'POST', path: '/v1/interviews', handle: createInterview },
  { method: 'GET', path: '/v1/interviews/{interview_id}', handle: getInterview },
  { method: 'DELETE', path: '/v1/interviews/{interview_id}', handle: revokeRecordings },
]

function listInterviews(exchange: Exchange) {
  const { sandbox, query, response } = exchange
  const filter = { status: readStatus(query), teamId: readTeam(exchange) }
  const page = readPage(query, DEFAULT_LIMIT)
  return sendList(response, 'interviews', addressed(sandbox.store.interviews.list(filter, page), sandbox.origin))
}

function getInterview({ sandbox, params }: Exchange) {
  return withAddresses(sandbox.store.interviews.require(params.interview_id ?? ''), sandbox.origin)
}

function revokeRecordings({ sandbox, params }: Exchange) {
  const { interview_id: id } = sandbox.store.interviews.require(params.interview_id ?? '')
  sandbox.store.interviews.revokeRecordings(id)
  return { success: true }
}

const optionalText = z.string().nullish().default(null)

const invitation = z.object({
  interview_flow_id: z.string(),
  interviewee_email_address: optionalText,
  interviewee_first_name: optionalText,
  interviewee_last_name: optionalText,
  assigned_recruiter_id: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
    .nullish(),
})

async function createInterview({ sandbox, request }: Exchange) {
  const invited = await readBody(request, invitation)
  const { interview_flow_id: flowId, assigned_recruiter_id: recruiterId, ...interviewee } = invited
  const flow = sandbox.store.flows.require(flowId)
  if (recruiterId) requireRecruiter(sandbox.store.teams.membersOf(flow.team_id), recruiterId)

  const id = randomUUID()
  sandbox.store.interviews.put(untaken(id, flow), flow.team_id)
  sandbox.store.invited.set(id, interviewee)
  return {
    hint: interviewee.interviewee_email_address ? null : HINT,
    interview_id: id,
    interview_link: INTERVIEW_LINKS.invite(flowId, id) + (recruiterId ? `?assignedRecruiterId=${recruiterId}` : ''),
  }
}

function requireRecruiter(members: readonly { id: string }[], id: string) {
  if (members.some((member) => member.id === id.toLowerCase())) return
  throw invalidFields('json', { assigned_recruiter_id: ['Must belong to the same team as the interview flow.'] })
}

function untaken(id: string, flow: InterviewFlow): Interview {
  return {
    interview_flow_id: flow.interview_flow_id,
    interview_id: id,
    team_id: flow.team_id,
    status: 'incomplete',
    interview_data: null,
  }
}

function* addressed(interviews: Iterable<Interview>, origin: string) {
  for (const interview of interviews) yield withAddresses(interview, origin)
}

/** Recordings are at the sandbox's own address, whatever it is this time. */
function withAddresses(interview: Interview, origin: string): Interview {
  const data = interview.interview_data && { ...interview.interview_data }
  for (const name of ['audio_url', 'video_url'] as const) {
    const url: unknown = data?.[name]
    if (data && typeof url === 'string') data[name] = url.replace('{origin}', origin)
  }
  return { ...interview, interview_data: data }
}
