import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD } from './installation'
import { type KnownInterview, knownInterview } from './known-interview'
import { testOnItsOwn } from './own-installation'
import { appRoutes, PLACEHOLDERS, routeUrl } from './routes'
import { injectFault, clearFaults, plantSecrets, upstreamRequests } from './sandbox-control'
import { expect, giveSession, signInByForm } from './test'

// Whoever asks for everything also ends their other sessions, in which another test of a shared installation would be.
const test = testOnItsOwn()

test('the API key and the flows’ webhook secrets are in no answer, page, script, log line, row or build file, whoever asks and whatever fails', async ({
  page,
  installation,
}) => {
  const admin = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const known = await knownInterview(installation.origin, admin)
  const secrets = await plantSecrets(installation)
  await untilSecretsAreMirrored(installation, admin)
  const seen: [string, string][] = []

  page.on('response', async (response) => {
    seen.push([response.url(), JSON.stringify(await response.allHeaders().catch(() => ({})))])
    seen.push([response.url(), await response.text().catch(() => '')])
  })
  await signInByForm(page, MEMBERS[0])
  await page.goto(`/candidates/${known.id}`)
  await untilAlive(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.goto('/candidates/no-such-interview')

  for (const cookie of [admin, '']) seen.push(...(await askEverything(installation, known, cookie)))
  seen.push(...(await askWhileRibbonFails(installation, admin)))
  expect((await fetch(`${installation.origin}/api/freshness`, { headers: { cookie: admin } })).status).toBe(200)
  seen.push(['the log', readFileSync(installation.app.log, 'utf8')])
  seen.push(...(await databaseRows(installation.databaseUrl)))
  seen.push(...buildFiles('.next'))

  expect(seen.length).toBeGreaterThan(300)
  const forms = [installation.key, ...secrets].flatMap((secret) => formsOf(secret))
  const leaks = seen.filter(([, text]) => forms.some((form) => text.includes(form)))
  expect(leaks.map(([where]) => where)).toEqual([])
})

/** A pull that began after they were planted has read them. */
async function untilSecretsAreMirrored({ origin }: Installation, cookie: string) {
  const connection = async () => {
    const response = await fetch(`${origin}/api/connection`, { headers: { cookie } })
    return mirrored.parse(await response.json())
  }
  for (let pulls = 0; pulls < 2; pulls++) {
    const { lastSuccessAt } = await connection()
    await expect.poll(async () => (await connection()).lastSuccessAt).not.toBe(lastSuccessAt)
  }
  const { shown } = (await connection()).webhooks.flows
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter(({ hasSecret }) => !hasSecret)).toEqual([])
}

const mirrored = z.object({
  lastSuccessAt: z.string().nullable(),
  webhooks: z.object({ flows: z.object({ shown: z.array(z.object({ hasSecret: z.boolean() })) }) }),
})

test('the recordings’ host is never sent the key', async ({ page, installation }) => {
  const known = await knownInterview(
    installation.origin,
    await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD),
  )
  await giveSession(page, MEMBERS[0])
  await page.goto(`/candidates/${known.id}`)
  await untilAlive(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()

  await expect.poll(async () => (await recordingRequests(installation)).length).toBeGreaterThan(0)
  expect((await recordingRequests(installation)).filter((request) => request.authorized)).toEqual([])
})

async function recordingRequests(installation: Installation) {
  return (await upstreamRequests(installation.sandbox)).filter((request) => request.path.startsWith('/recordings'))
}

/** Every route on disk by every method it has, with good and bad parameters. */
async function askEverything(installation: Installation, known: KnownInterview, cookie: string) {
  const answers: [string, string][] = []
  for (const route of appRoutes()) {
    for (const interviewId of [known.id, 'unknown', '%00', '..%2F..%2Fv1%2Fping']) {
      const path = routeUrl(route.pattern, { ...PLACEHOLDERS, interviewId, nextauth: 'session' })
      for (const method of route.methods) answers.push(...(await ask(installation.origin + path, { method, cookie })))
      answers.push(
        ...(await ask(`${installation.origin}${path}?cursor=%27&limit=-1&sort=x&q=%25`, {
          method: 'GET',
          cookie,
          rsc: '1',
        })),
      )
    }
  }
  return answers
}

async function askWhileRibbonFails(installation: Installation, cookie: string) {
  const answers: [string, string][] = []
  for (const fault of [
    { kind: 'status', status: 401 },
    { kind: 'status', status: 500 },
    { kind: 'wrong_schema' },
    { kind: 'reset' },
    { kind: 'redirect', location: `${installation.origin}/api/health/live` },
  ]) {
    await injectFault(installation.sandbox, '/v1/interviews', fault)
    const id = crypto.randomUUID()
    answers.push(...(await ask(`${installation.origin}/candidates/${id}`, { method: 'GET', cookie })))
    answers.push(...(await ask(`${installation.origin}/api/interviews/${id}`, { method: 'GET', cookie })))
    answers.push(...(await ask(`${installation.origin}/api/freshness`, { method: 'GET', cookie })))
    await clearFaults(installation.sandbox)
  }
  return answers
}

type Question = { method: string; cookie: string; rsc?: string }

async function ask(url: string, { method, cookie, rsc }: Question): Promise<[string, string][]> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { origin: new URL(url).origin, cookie, ...(rsc ? { rsc } : {}) },
  })
  const where = `${method} ${url}`
  return [
    [where, JSON.stringify([...response.headers])],
    [where, await response.text()],
  ]
}

async function databaseRows(databaseUrl: string): Promise<[string, string][]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  const rows: [string, string][] = []
  for (const { name } of tables.rows) {
    const content = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    rows.push(...content.rows.map(({ row }): [string, string] => [`table ${name}`, row]))
  }
  await client.end()
  return rows
}

function buildFiles(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules') && !name.startsWith('cache'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path, 'latin1')])
}

/** The key as it might slip through an encoder. */
function formsOf(key: string): string[] {
  const bytes = Buffer.from(key)
  const bearer = Buffer.from(`Bearer ${key}`)
  return [
    key,
    key.replaceAll('-', ''),
    key.toUpperCase(),
    encodeURIComponent(key),
    bytes.toString('hex'),
    ...[bytes, bearer].flatMap((form) =>
      [form.toString('base64'), form.toString('base64url')].map((text) => text.replace(/=+$/, '')),
    ),
  ]
}
