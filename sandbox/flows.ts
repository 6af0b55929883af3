import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Exchange } from './exchange'
import { readPage } from './query'
import { readBody } from './request-body'
import type { Route } from './router'
import { readTeam } from './teams'
import { hashText } from './synthetic/random'
import { LANGUAGES, VOICES } from './voices'

const DEFAULT_LIMIT = 100
const MOST_QUESTIONS = 20

export const FLOW_ROUTES: Route[] = [
  { method: 'GET', path: '/v1/interview-flows', handle: listFlows },
  { method: 'POST', path: '/v1/interview-flows', handle: createFlow },
  { method: 'GET', path: '/v1/interview-flows/{interview_flow_id}', handle: getFlow },
  { method: 'DELETE', path: '/v1/interview-flows/{interview_flow_id}', handle: archiveFlow },
]

function listFlows(exchange: Exchange) {
  const { limit, offset } = readPage(exchange.query, DEFAULT_LIMIT)
  const teamId = readTeam(exchange)
  const flows = exchange.sandbox.store.flows
    .list()
    .filter((flow) => teamId === null || flow.team_id === teamId)
    .sort((a, b) => hashText(a.interview_flow_id) - hashText(b.interview_flow_id))
  return { interview_flows: flows.slice(offset, offset + limit) }
}

function getFlow({ sandbox, params }: Exchange) {
  return sandbox.store.flows.require(params.interview_flow_id ?? '')
}

function archiveFlow({ sandbox, params }: Exchange) {
  const { interview_flow_id: id } = sandbox.store.flows.require(params.interview_flow_id ?? '')
  sandbox.store.flows.archive(id)
  return { success: true, interview_flow_id: id, status: 'archived' }
}

const optionalText = z.string().nullish().default(null)
const optionalUrl = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .default(null)

/** The fields of a flow that Ribbon's customers set, with the defaults of its description. */
export const flowFields = z.object({
  org_name: z.string(),
  title: z.string(),
  questions: z.array(z.string()).max(MOST_QUESTIONS, `At most ${MOST_QUESTIONS} questions.`),
  voice_id: z.enum(VOICES).nullish().default('11labs-Kate'),
  language: z.enum(LANGUAGES).nullish().default('en-US'),
  company_logo_url: optionalUrl,
  additional_info: optionalText,
  additional_instructions: optionalText,
  interview_type: z.enum(['recruitment', 'general']).nullish().default('general'),
  is_video_enabled: z.boolean().nullish().default(false),
  is_doc_upload_enabled: z.boolean().nullish().default(false),
  redirect_url: optionalText,
  webhook_url: optionalText,
  webhook_secret_key: optionalText,
  intro: optionalText,
  outro: optionalText,
})

const newFlow = flowFields.extend({ team_id: z.string().nullish(), preamble_video_url: optionalUrl })

async function createFlow({ sandbox, request }: Exchange) {
  const { team_id: teamId, preamble_video_url: _, ...fields } = await readBody(request, newFlow)
  const { teams, flows } = sandbox.store
  const flow = {
    interview_flow_id: randomBytes(4).toString('hex'),
    team_id: teamId ? teams.require(teamId) : teams.oldest().id,
    ...fields,
  }
  flows.put(flow)
  return { interview_flow_id: flow.interview_flow_id }
}
