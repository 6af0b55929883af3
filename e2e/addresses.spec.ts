import { once } from 'node:events'
import { request as ask, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { segmentOfId } from '../lib/interviews/interview-url'
import { signInOverHttp } from './http-session'
import { startInstallation, MEMBERS, PASSWORD, type Installation } from './installation'
import { expect, giveSession, test } from './test'

/** What Ribbon might make an id of, and what a path could take for something else. */
const IDS = [
  ...['a/b', 'a b', 'a?b', 'a#b', 'a%2Fb', 'a\\b', 'a+b', 'a;b=c', 'a&b', "a'b", 'a"b', 'a.rsc', '-'],
  ...[
    '%',
    '%2e%2e',
    '%ff',
    '%00',
    '~',
    '~..',
    '.',
    '..',
    '...',
    'news',
    'counts',
    'words',
    '//evil.example',
    'https://evil.example',
  ],
  ...['ü', 'u\u0308', '\u{1F600}', '\u202Eabc', '\u05D0\u05D1', '\u200B', '日本', '\uFEFF'],
  ...['<script>alert(1)</script>', '{{7*7}}', '${7}', "' OR 1=1--", '__proto__', 'constructor', 'toString', 'null'],
  'x'.repeat(250),
]
/** Of those the ones that a browser is sent to by a click. */
const CLICKED = ['a/b', '..', '%ff', 'ü', '<script>alert(1)</script>']
const UNKNOWN = [
  'unknown',
  'a%2Fc',
  '%2e%2e%2f',
  '%00',
  'a%00b',
  '%ff',
  '%',
  '%u0041',
  '%ED%A0%80',
  '..%5c',
  'x'.repeat(7_000),
]

/** Its recording is a sound, and its first words are `Hi Earl`. */
const SAMPLE = '16f5e3b5-7bb4-4bd8-bdb5-790e8c4085e6'

const upstream = z.looseObject({ interview_data: z.looseObject({}) })
const listed = z.object({ items: z.array(z.object({ id: z.string() })) })

let installation: Installation
let cookie: string
test.beforeAll(async () => {
  installation = await startInstallation({ members: [MEMBERS[0]] })
  cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const { sandbox, key } = installation
  const { body } = await send(sandbox, `/be-api/v1/interviews/${SAMPLE}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const { interview_data: data, ...sample } = upstream.parse(JSON.parse(body))
  for (const [index, id] of IDS.entries()) {
    const named = { ...data, interviewee_first_name: 'Candidate', interviewee_last_name: nameOf(index) }
    const path = `/control/interviews/${encodeURIComponent(id)}`
    await send(sandbox, path, { method: 'PUT', body: { ...sample, interview_data: named } })
  }
})
test.afterAll(() => installation.stop())

/** A word, so that none is within another. */
function nameOf(index: number) {
  return `Number-${index}-`
}

test('whatever Ribbon calls an interview, it is listed, its page opens and its endpoints work', async ({ browser }) => {
  const { origin } = installation
  const missing = async () => {
    const { items } = listed.parse(JSON.parse((await send(origin, '/api/interviews?limit=200')).body))
    return IDS.filter((wanted) => items.every(({ id }) => id !== wanted))
  }
  await expect.poll(missing).toEqual([])

  for (const [index, id] of IDS.entries()) {
    const name = `Candidate ${nameOf(index)}`
    const at = (below: string) => `/api/interviews/${segmentOfId(id)}${below}`
    const page = await send(origin, `/candidates/${segmentOfId(id)}`)
    const says = [`<title>${name} · Debrief</title>`, `<h1 title="${name}"`].map((text) => page.body.includes(text))
    expect.soft([page.status, ...says], `the page of ${id}`).toEqual([200, true, true])
    const answers = {
      interview: await send(origin, at('')),
      words: await send(origin, at('/words')),
      recording: await send(origin, at('/recording/audio'), { headers: { range: 'bytes=0-0' } }),
      note: await send(origin, at(`/notes/${crypto.randomUUID()}`), {
        method: 'PUT',
        body: { parentId: null, at: null, quote: null, body: name },
      }),
      notes: await send(origin, at('/notes')),
      correction: await send(origin, at(`/corrections/${crypto.randomUUID()}`), {
        ...{ method: 'PUT', body: { segment: 0, from: 0, to: 2, original: 'Hi', replacement: 'Hello' } },
      }),
      heard: await send(origin, at('/heard'), { method: 'POST', body: { spans: [{ start: 1, end: 2 }] } }),
      read: await send(origin, at('/read'), { method: 'POST', body: { spans: [{ start: 1, end: 2 }] } }),
    }
    const statuses = Object.entries(answers).map(([name, { status }]) => `${name} ${status}`)
    expect
      .soft(statuses, id)
      .toEqual([
        ...['interview 200', 'words 200', 'recording 206', 'note 200', 'notes 200', 'correction 200'],
        ...['heard 200', 'read 200'],
      ])
    expect.soft(answers.interview.body, id).toContain(name)
    expect.soft(answers.notes.body, id).toContain(name)
  }

  const list = await send(origin, '/candidates')
  expect(list.status).toBe(200)
  expect(list.body).not.toContain('could not be')

  const page = await browser.newPage({ baseURL: origin })
  await giveSession(page, MEMBERS[0])
  for (const id of CLICKED) {
    const name = `Candidate ${nameOf(IDS.indexOf(id))}`
    await page.goto(`/candidates?q=${encodeURIComponent(`"${name}"`)}`)
    await page.getByRole('link', { name }).first().click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('meter', { name: /^Heard/ })).toBeAttached()
  }
  await page.close()
})

test('what exists nowhere is 404 and a way to ask that nothing has is refused, never an error of the server', async () => {
  for (const id of UNKNOWN) {
    for (const path of [
      `/candidates/${id}`,
      `/api/interviews/${id}`,
      `/api/interviews/${id}/notes`,
      `/api/interviews/${id}/recording/audio`,
    ]) {
      const { status } = await send(installation.origin, path)
      expect.soft([400, 404], `${path} answered ${status}`).toContain(status)
    }
  }
  for (const method of ['TRACE', 'PROPFIND', 'LOCK', 'SEARCH', 'CONNECT', 'QUERY', 'BREW']) {
    for (const path of ['/candidates', '/api/interviews', '/nowhere']) {
      const status = await statusOf(method, path)
      // Node itself hangs up on what it has no word for or no listener.
      expect.soft(['400', '405', '501', 'none'], `${method} ${path} answered ${status}`).toContain(status)
    }
  }
})

type Sent = { method?: string; headers?: Record<string, string>; body?: unknown }

/** With the path as it is: `fetch` would take dots away. */
async function send(origin: string, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { hostname, port } = new URL(origin)
  const asked = ask({
    hostname,
    port,
    path,
    method,
    headers: { cookie, origin, 'content-type': 'application/json', ...headers },
  })
  asked.end(body === undefined ? undefined : JSON.stringify(body))
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await text(response) }
}

async function statusOf(method: string, path: string): Promise<string> {
  const { hostname, port } = new URL(installation.origin)
  const socket = connect(Number(port), hostname)
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`)
  return /^HTTP\/1\.1 (\d+)/.exec(await text(socket).catch(() => ''))?.[1] ?? 'none'
}
