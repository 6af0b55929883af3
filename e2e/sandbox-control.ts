import { z } from 'zod'

const requests = z.object({
  requests: z.array(
    z.looseObject({ method: z.string(), path: z.string(), authorized: z.boolean(), aborted: z.boolean().optional() }),
  ),
})

const word = z.looseObject({ word: z.string(), start: z.number(), end: z.number() })
const talk = z.array(z.looseObject({ words: z.array(word) }))
const interview = z.looseObject({
  team_id: z.string(),
  interview_data: z.looseObject({ transcript_with_timestamp: talk, video_url: z.string().nullish() }),
})

/** What is said in one go, as Ribbon sends it. */
export type Said = z.output<typeof talk>[number]

type Calls = { route: string; method?: string; times?: number }

/** Makes the sandbox fail on every call to a route, or on those, until `clearFaults`. */
export async function injectFault(sandbox: string, calls: string | Calls, fault: Record<string, unknown>) {
  const order = { ...(typeof calls === 'string' ? { route: calls } : calls), fault }
  await control(sandbox, '/control/faults', { method: 'POST', body: JSON.stringify(order) })
}

export async function clearFaults(sandbox: string) {
  await control(sandbox, '/control/faults', { method: 'DELETE' })
}

/** The last calls that reached the sandbox, the control endpoint's own apart. */
export async function upstreamRequests(sandbox: string) {
  const response = await control(sandbox, '/control/requests', {})
  return requests.parse(await response.json()).requests
}

const flows = z.object({ interview_flows: z.array(z.object({ interview_flow_id: z.string() })) })
const finished = z.object({ webhooks: z.array(z.object({ event: z.string(), status: z.number().nullable() })) })

/** Sends the events of every flow to this address, signed with this secret, or with each flow's own. */
export async function pointWebhooks(ribbon: Ribbon, url: string, secret?: string) {
  const signed = secret === undefined ? {} : { webhook_secret_key: secret }
  for (const id of await flowIds(ribbon)) await changeFlow(ribbon, id, { webhook_url: url, ...signed })
}

/** Gives each flow another secret, and returns them. */
export async function plantSecrets(ribbon: Ribbon): Promise<string[]> {
  const secrets: string[] = []
  for (const id of await flowIds(ribbon)) {
    const secret = crypto.randomUUID()
    await changeFlow(ribbon, id, { webhook_secret_key: secret })
    secrets.push(secret)
  }
  return secrets
}

type Ribbon = { sandbox: string; key: string }

async function flowIds({ sandbox, key }: Ribbon): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`${sandbox}/be-api/v1/interview-flows?limit=100`, { headers })
  return flows.parse(await response.json()).interview_flows.map(({ interview_flow_id: id }) => id)
}

export async function changeFlow({ sandbox }: Ribbon, id: string, change: Record<string, string | undefined>) {
  await control(sandbox, `/control/flows/${id}`, { method: 'POST', body: JSON.stringify(change) })
}

/** The candidate finishes; what the receiver of the flow's events answered. */
export async function finishInterview(sandbox: string, id: string) {
  const response = await control(sandbox, `/control/interviews/${id}/finish`, { method: 'POST', body: '{}' })
  return finished.parse(await response.json()).webhooks
}

/** Ribbon says something else of a candidate of a flow; what the receiver of its events answered. */
export async function changeCandidateStatus(
  sandbox: string,
  change: { interview_flow_id: string; interviewee_email: string; new_status: string },
) {
  const response = await control(sandbox, '/control/webhooks', { method: 'POST', body: JSON.stringify(change) })
  return finished.parse(await response.json()).webhooks
}

/** Other scores, of which nobody is told. */
export async function rescoreInterview(sandbox: string, id: string) {
  await control(sandbox, `/control/interviews/${id}/rescore`, { method: 'POST', body: '{}' })
}

/** As Ribbon has it. */
export async function readInterview({ sandbox, key }: Ribbon, id: string) {
  const headers = { authorization: `Bearer ${key}` }
  return interview.parse(await (await fetch(`${sandbox}/be-api/v1/interviews/${id}`, { headers })).json())
}

/** Ribbon has this interview under this id from now on. */
export async function putInterview(sandbox: string, id: string, interview: Record<string, unknown>) {
  await control(sandbox, `/control/interviews/${id}`, { method: 'PUT', body: JSON.stringify(interview) })
}

async function control(sandbox: string, path: string, init: RequestInit) {
  const response = await fetch(sandbox + path, { ...init, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}
