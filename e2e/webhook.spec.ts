import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, startInstallation } from './installation'
import { finishInterview, pointWebhooks, upstreamRequests } from './sandbox-control'
import { expect, test } from './test'

const SECRET = 'a secret for the webhook tests'
const listed = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) })
const heard = z.object({
  webhooks: z.object({ flows: z.object({ shown: z.array(z.object({ lastHeardAt: z.string().nullable() })) }) }),
})
const sign = (body: string) => createHmac('sha256', SECRET).update(body).digest('hex')

test('a signed event is answered 204 and its interview fetched; anything else changes nothing', async () => {
  const installation = await startInstallation({
    env: { RIBBON_WEBHOOK_SECRET: SECRET, MIRROR_INTERVAL_SECONDS: '3600' },
    members: [],
  })
  const id = crypto.randomUUID()
  const body = JSON.stringify({ event_type: 'interview_processed', interview_id: id })
  const send = async (signature: string | undefined, sent = body) => {
    const headers = new Headers(signature === undefined ? [] : [['x-ribbon-signature', signature]])
    return (await fetch(`${installation.origin}/api/webhooks/ribbon`, { method: 'POST', headers, body: sent })).status
  }
  const fetched = async () => (await upstreamRequests(installation.sandbox)).filter(({ path }) => path.endsWith(id))

  for (const signature of [undefined, '', 'nonsense', sign(body).slice(1), sign(`${body} `)])
    expect(await send(signature)).toBe(401)
  expect(await send(sign(body), `${body} `)).toBe(401)
  expect(await send(sign('x'.repeat(1_000_001)), 'x'.repeat(1_000_001))).toBe(413)
  expect(await fetched()).toEqual([])

  expect(await send(sign(body))).toBe(204)
  await expect.poll(async () => (await fetched()).length).toBe(1)
  await installation.stop()
})

test('an interview that is finished at Ribbon is there at once, with nobody pulling', async () => {
  const receiver = await startInstallation({
    env: { RIBBON_WEBHOOK_SECRET: SECRET, MIRROR_INTERVAL_SECONDS: '3600' },
    members: [MEMBERS[0]],
  })
  const cookie = await signInOverHttp(receiver.origin, MEMBERS[0], PASSWORD)
  const waiting = await untilListed(receiver.origin, cookie, 'state=processing')
  await pointWebhooks(receiver, `${receiver.origin}/api/webhooks/ribbon`, SECRET)
  const delivered = await finishInterview(receiver.sandbox, waiting)
  expect(delivered[0]).toMatchObject({ event: 'interview_processed', status: 204 })

  const state = async () => {
    const response = await fetch(`${receiver.origin}/api/interviews?id=${waiting}`, { headers: { cookie } })
    return listed.parse(await response.json()).items[0]?.state
  }
  await expect.poll(state).toBe('ready')
  await receiver.stop()
})

test('where Ribbon has no flow and the environment no secret, webhooks are off', async () => {
  const installation = await startInstallation({ env: { RIBBON_API_URL: 'http://127.0.0.1:1' }, members: [] })
  const response = await fetch(`${installation.origin}/api/webhooks/ribbon`, { method: 'POST', body: '{}' })
  expect(response.status).toBe(503)
  await installation.stop()
})

test('each flow signs with a secret of its own, and an admin sees which one was heard from', async () => {
  const receiver = await startInstallation({ env: { MIRROR_INTERVAL_SECONDS: '3600' }, members: [MEMBERS[0]] })
  const cookie = await signInOverHttp(receiver.origin, MEMBERS[0], PASSWORD)
  const waiting = await untilListed(receiver.origin, cookie, 'state=processing')
  await pointWebhooks(receiver, `${receiver.origin}/api/webhooks/ribbon`)
  expect((await finishInterview(receiver.sandbox, waiting))[0]).toMatchObject({ status: 204 })

  const heardFrom = async () => {
    const response = await fetch(`${receiver.origin}/api/connection`, { headers: { cookie } })
    const { shown } = heard.parse(await response.json()).webhooks.flows
    return shown.filter(({ lastHeardAt }) => lastHeardAt !== null)
  }
  await expect.poll(heardFrom).toHaveLength(1)
  await receiver.stop()
})

/** The id of an interview that the filter finds, once there is one. */
async function untilListed(origin: string, cookie: string, filter: string): Promise<string> {
  const first = async () => {
    const response = await fetch(`${origin}/api/interviews?limit=1&${filter}`, { headers: { cookie } })
    return listed.parse(await response.json()).items[0]?.id ?? ''
  }
  await expect.poll(first).not.toBe('')
  return first()
}
