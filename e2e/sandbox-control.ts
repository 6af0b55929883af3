import { z } from 'zod'

const requests = z.object({
  requests: z.array(
    z.looseObject({ method: z.string(), path: z.string(), authorized: z.boolean(), aborted: z.boolean().optional() }),
  ),
})

/** Makes the sandbox fail on every call to a route until `clearFaults`. */
export async function injectFault(sandbox: string, route: string, fault: Record<string, unknown>) {
  await control(sandbox, '/control/faults', { method: 'POST', body: JSON.stringify({ route, fault }) })
}

export async function clearFaults(sandbox: string) {
  await control(sandbox, '/control/faults', { method: 'DELETE' })
}

/** The last calls that reached the sandbox, the control endpoint's own apart. */
export async function upstreamRequests(sandbox: string) {
  const response = await control(sandbox, '/control/requests', {})
  return requests.parse(await response.json()).requests
}

async function control(sandbox: string, path: string, init: RequestInit) {
  const response = await fetch(sandbox + path, { ...init, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}
