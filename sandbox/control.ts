import { z } from 'zod'
import type { Exchange } from './exchange'
import { Failure } from './failure'
import { faultOrder } from './faults'
import { finishInterview, rescoreInterview } from './finish'
import { flowFields } from './flows'
import { LIST_ORDERS } from './interview-store'
import { readBody } from './request-body'
import type { Route } from './router'
import { announceInterview, announceStatus } from './webhooks'
import type { Interview, InterviewData } from './wire'

export const CONTROL_ROUTES: Route[] = [
  { method: 'GET', path: '/control/faults', handle: ({ sandbox }) => ({ faults: sandbox.faults.list() }) },
  { method: 'POST', path: '/control/faults', handle: orderFault },
  { method: 'DELETE', path: '/control/faults', handle: clearFaults },
  { method: 'DELETE', path: '/control/held', handle: letGo },
  { method: 'GET', path: '/control/requests', handle: ({ sandbox }) => sandbox.log.report() },
  { method: 'DELETE', path: '/control/requests', handle: clearLog },
  { method: 'PUT', path: '/control/interviews/{interview_id}', handle: putInterview },
  { method: 'DELETE', path: '/control/interviews/{interview_id}', handle: removeInterview },
  { method: 'POST', path: '/control/interviews/{interview_id}/finish', handle: finish },
  { method: 'POST', path: '/control/interviews/{interview_id}/rescore', handle: rescore },
  { method: 'POST', path: '/control/order', handle: setOrder },
  { method: 'POST', path: '/control/flows/{interview_flow_id}', handle: patchFlow },
  { method: 'POST', path: '/control/flows/{interview_flow_id}/rescore', handle: rescoreFlow },
  { method: 'POST', path: '/control/webhooks', handle: sendStatusChange },
]

async function orderFault({ sandbox, request }: Exchange) {
  return { id: sandbox.faults.add(await readBody(request, faultOrder)) }
}

function clearFaults({ sandbox }: Exchange) {
  sandbox.faults.clear()
  return { success: true }
}

function letGo({ sandbox }: Exchange) {
  sandbox.faults.letGo()
  return { success: true }
}

function clearLog({ sandbox }: Exchange) {
  sandbox.log.clear()
  return { success: true }
}

/** Only what the lists need is checked: a test may want a reply that no sane server gives. */
const wholeInterview = z.looseObject({
  interview_flow_id: z.string(),
  status: z.enum(['incomplete', 'completed']).default('completed'),
  interview_data: z.looseObject({}).nullable().default(null),
})

async function putInterview({ sandbox, request, params }: Exchange) {
  const wire = await readBody(request, wholeInterview)
  const interview = { ...wire, interview_id: params.interview_id ?? '' } as Interview
  sandbox.store.interviews.put(interview, sandbox.store.flows.find(wire.interview_flow_id)?.team_id ?? '')
  return interview
}

function removeInterview({ sandbox, params }: Exchange) {
  sandbox.store.interviews.remove(sandbox.store.interviews.require(params.interview_id ?? '').interview_id)
  return { success: true }
}

async function setOrder({ sandbox, request }: Exchange) {
  const { order } = await readBody(request, z.object({ order: z.enum(LIST_ORDERS) }))
  sandbox.store.interviews.setOrder(order)
  return { order }
}

async function finish({ sandbox, request, params }: Exchange) {
  const { store } = sandbox
  const interview = store.interviews.require(params.interview_id ?? '')
  if (interview.status === 'completed') throw new Failure(422, 'The interview is finished already.')
  const flow = store.flows.find(interview.interview_flow_id)
  if (!flow) throw new Failure(422, 'The interview has no flow.')

  const given = (await readBody(request, z.looseObject({}))) as Partial<InterviewData>
  const finished = finishInterview(interview, { flow, invited: store.invited.get(interview.interview_id), given })
  store.interviews.put(finished, flow.team_id)
  return { interview_id: finished.interview_id, webhooks: await announceInterview(flow, finished) }
}

/** Nobody is told. */
async function rescore({ sandbox, request, params }: Exchange) {
  const interview = sandbox.store.interviews.require(params.interview_id ?? '')
  if (!isScored(interview)) throw new Failure(422, 'The interview has not been scored yet.')
  const given = (await readBody(request, z.looseObject({}))) as Partial<InterviewData>
  return putRescored(sandbox, interview, given)
}

/** What was not scored yet stays so. */
function rescoreFlow({ sandbox, params }: Exchange) {
  const { interview_flow_id: id } = sandbox.store.flows.require(params.interview_flow_id ?? '')
  const scored = [...sandbox.store.interviews.ofFlow(id)].filter((interview) => isScored(interview))
  for (const interview of scored) putRescored(sandbox, interview, {})
  return { rescored: scored.length }
}

function isScored({ status, interview_data: data }: Interview) {
  return status === 'completed' && data?.scores != null
}

function putRescored({ store }: Exchange['sandbox'], interview: Interview, given: Partial<InterviewData>) {
  const flow = store.flows.find(interview.interview_flow_id)
  if (!flow) throw new Failure(422, 'The interview has no flow.')
  const rescored = rescoreInterview(interview, flow, given)
  store.interviews.put(rescored, flow.team_id)
  return { interview_id: rescored.interview_id, scores: rescored.interview_data?.scores }
}

/** A partial schema would fill in the defaults of the fields that the patch leaves out. */
const flowPatch = z.object(
  Object.fromEntries(Object.entries(flowFields.shape).map(([name, field]) => [name, withoutDefault(field)])),
)

function withoutDefault(field: z.ZodType) {
  return (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field).optional()
}

async function patchFlow({ sandbox, request, params }: Exchange) {
  const flow = sandbox.store.flows.require(params.interview_flow_id ?? '')
  const changed = { ...flow, ...(await readBody(request, flowPatch)) }
  sandbox.store.flows.put(changed)
  return changed
}

const statusChange = z.object({
  interview_flow_id: z.string(),
  interviewee_email: z.string(),
  new_status: z.string(),
  previous_status: z.string().nullable().default(null),
})

async function sendStatusChange({ sandbox, request }: Exchange) {
  const { interview_flow_id: flowId, ...change } = await readBody(request, statusChange)
  return { webhooks: await announceStatus(sandbox.store.flows.require(flowId), change) }
}
