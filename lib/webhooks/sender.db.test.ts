// Must hold 6 and 7, where each flow has a secret of its own.
import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { flows } from '../db/schema/interviews'
import { flowWebhooks, webhookDeliveries } from '../db/schema/webhooks'
import { givenFlow } from '../db/testing/interview'
import { env } from '../env'
import { takePlace } from '../mirror/store/order'
import { acceptWebhook } from './commands'
import { findSecret, listSecrets, storeSecrets } from '../mirror/store/webhook-secrets'
import { encrypt } from '../db/encrypt'
import { givenRibbon } from '../ribbon/testing/given-ribbon'

const DEFAULT = 'the default of the organisation'
const DOCUMENTED = {
  secret: 'myGoodSecret',
  signature: 'bdae121de5d94dffe936ec3337b0395a4237a6d2433bbd0bc2941883e5667d18',
  body: '{"interview_flow_id": "f6298c77", "interview_id": "e48f2a8f-e235-4e4c-b5f9-b2114d684bdc", "status": "completed", "interview_flow_name": "Team 1 interview", "event_type": "interview_processed", "interviewee_email_address": "anne@ribbon.ai", "interviewee_first_name": "Anne", "interviewee_last_name": "Anquetin0", "interview_link": "https://staging.ribbon.ai/recruit/interviews/f6298c77/a5bc36d2-c22c-4bae-9d08-0b941738924e"}',
}
const shared = globalThis as typeof globalThis & { debriefSecretsAsked?: unknown }
const ribbon = givenRibbon({ samples: 'none' })

beforeAll(async () => {
  process.env.RIBBON_WEBHOOK_SECRET = `${DEFAULT}\r\n`
})
beforeEach(async () => {
  shared.debriefSecretsAsked = undefined
  await db().delete(webhookDeliveries)
  await db().delete(flowWebhooks)
  await db().delete(flows)
})

const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('hex')
const eventOf = (flowId: string | null) =>
  JSON.stringify({ event_type: 'interview_processed', interview_id: 'int_1', interview_flow_id: flowId ?? undefined })

/** The failure's code, or `accepted`. */
const deliver = (body: string, signature: string | null) =>
  acceptWebhook({ body: Buffer.from(body), signature }).then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  )
const deliverFor = (flowId: string | null, secret: string) => deliver(eventOf(flowId), sign(eventOf(flowId), secret))

async function ribbonHasFlow(secret: string | null): Promise<string> {
  const url = `${ribbon.url()}/be-api/v1/interview-flows`
  const headers = { authorization: `Bearer ${ribbon.key}` }
  const body = JSON.stringify({ org_name: 'Mill', title: 'Baker', questions: [], webhook_secret_key: secret })
  const made = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { interview_flow_id: string }
  return made.interview_flow_id
}

async function knownFlow(secret: string | null, id: string = crypto.randomUUID()) {
  const flow = await givenFlow({ id })
  await storeSecrets([{ id: flow.id, webhookSecret: secret, asked: await takePlace() }])
  return flow.id
}

const asked = async () => {
  const { counts } = (await (await fetch(`${ribbon.url()}/control/requests`)).json()) as {
    counts: Record<string, number>
  }
  return counts['GET /v1/interview-flows/{interview_flow_id}'] ?? 0
}

test('Ribbon’s own example is accepted with the secret of the flow that it names', async () => {
  await knownFlow(DOCUMENTED.secret, 'f6298c77')
  expect(await deliver(DOCUMENTED.body, DOCUMENTED.signature)).toBe('accepted')
  expect(await deliver(`${DOCUMENTED.body} `, DOCUMENTED.signature)).toBe('webhook_unsigned')
})

test('of every secret and every flow, exactly the right ones go together', async () => {
  const [one, other, without] = [
    await knownFlow('secret of one'),
    await knownFlow('secret of another'),
    await knownFlow(null),
  ]
  const unknown = crypto.randomUUID()
  const secrets = ['secret of one', 'secret of another', DEFAULT, `${DEFAULT}\r\n`, 'of nobody', '']
  const accepted = async (flowId: string | null) => {
    const outcomes = await Promise.all(secrets.map((secret) => deliverFor(flowId, secret)))
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'webhook_unsigned']))
    return secrets.filter((_, index) => outcomes[index] === 'accepted')
  }
  expect(await accepted(one)).toEqual(['secret of one'])
  expect(await accepted(other)).toEqual(['secret of another'])
  expect(await accepted(without)).toEqual([DEFAULT])
  for (const flowId of [unknown, null])
    expect(await accepted(flowId)).toEqual(['secret of one', 'secret of another', DEFAULT])
})

test('what is refused is stored nowhere, and nothing is heard from its flow', async () => {
  const flowId = await knownFlow('its secret')
  for (const signature of [null, '', 'nonsense', '0'.repeat(64), sign(eventOf(flowId), DEFAULT)])
    expect(await deliver(eventOf(flowId), signature)).toBe('webhook_unsigned')
  for (const body of ['', '{', '['.repeat(1_000_000), '{"interview_flow_id":7}'])
    expect(await deliver(body, '0'.repeat(64))).toBe('webhook_unsigned')
  expect(await db().$count(webhookDeliveries)).toBe(0)
  expect(await db().select().from(flowWebhooks)).toMatchObject([{ lastHeardAt: null }])
})

const stored = async (flowId: string) =>
  (await db().select().from(flowWebhooks).where(eq(flowWebhooks.flowId, flowId)))[0]

test('when a flow was last heard from is noted once Ribbon has shown that it was Ribbon', async () => {
  const [heard, silent] = [await knownFlow('one'), await knownFlow('two')]
  expect(await deliverFor(heard, 'one')).toBe('accepted')
  expect((await stored(heard))?.lastHeardAt).not.toBeNull()
  expect((await stored(silent))?.lastHeardAt).toBeNull()
})

test('a secret that was changed at Ribbon, and a new flow’s, are fetched when their first event arrives, once a minute', async () => {
  await fetch(`${ribbon.url()}/control/requests`, { method: 'DELETE' })
  const [changed, made] = [await ribbonHasFlow('the new one'), await ribbonHasFlow('of the new flow')]
  await knownFlow('the old one', changed)
  expect(await deliverFor(changed, 'the new one')).toBe('accepted')
  expect(await deliverFor(made, 'of the new flow')).toBe('accepted')
  expect(await asked()).toBe(2)

  for (let time = 0; time < 3; time++) expect(await deliverFor(changed, 'a forged one')).toBe('webhook_unsigned')
  expect(await asked()).toBe(2)
})

test('whoever makes up flows causes a bounded number of calls', async () => {
  await fetch(`${ribbon.url()}/control/requests`, { method: 'DELETE' })
  for (let count = 0; count < 40; count++)
    expect(await deliverFor(crypto.randomUUID(), 'a forged one')).toBe('webhook_unsigned')
  expect(await asked()).toBe(20)
})

test('after a new NEXTAUTH_SECRET a flow’s secret is unknown until the next pull', async () => {
  const flowId = await ribbonHasFlow('its secret')
  await givenFlow({ id: flowId })
  const secret = encrypt('its secret', flowId, `${env().NEXTAUTH_SECRET} as it was`)
  await db().insert(flowWebhooks).values({ flowId, secret })
  expect(await findSecret(flowId)).toBeUndefined()
  expect(await listSecrets(10)).toEqual([])

  await storeSecrets([{ id: flowId, webhookSecret: 'its secret', asked: await takePlace() }])
  expect(await findSecret(flowId)).toBe('its secret')
})

test('what has not changed is not written', async () => {
  const flowId = await knownFlow('its secret')
  const before = (await stored(flowId))?.secret
  await storeSecrets([{ id: flowId, webhookSecret: 'its secret', asked: await takePlace() }])
  expect((await stored(flowId))?.secret).toEqual(before)
  expect(before?.includes('secret')).toBe(false)
})

test('without a default, webhooks are off until the secret of some flow is known', async () => {
  vi.spyOn(env(), 'RIBBON_WEBHOOK_SECRET', 'get').mockReturnValue(undefined)
  expect(await deliverFor(null, DEFAULT)).toBe('webhooks_off')
  const flowId = await knownFlow('its secret')
  expect(await deliverFor(null, DEFAULT)).toBe('webhook_unsigned')
  expect(await deliverFor(flowId, 'its secret')).toBe('accepted')
  vi.restoreAllMocks()
})
