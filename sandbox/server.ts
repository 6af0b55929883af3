import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CONTROL_ROUTES } from './control'
import type { Exchange, Sandbox } from './exchange'
import { Failure } from './failure'
import { Faults } from './faults'
import { FLOW_ROUTES } from './flows'
import { PASS_HEADER } from './genuine-reply'
import { INTERVIEW_ROUTES } from './interviews'
import { misbehave } from './misbehave'
import { DEFAULT_OPTIONS, SAMPLE_KEY, type SandboxOptions } from './options'
import { RECORDING_ROUTES } from './recordings'
import { sendFailure, sendJson, sendText } from './reply'
import { RequestLog } from './request-log'
import { findRoute, patternOf, type Route } from './router'
import { openStore } from './store'
import { TEAM_ROUTES } from './teams'

const ADDRESS = '127.0.0.1'
const KEEP_ALIVE_MS = 65_000

const ROUTES: Route[] = [
  { method: 'GET', path: '/', handle: ({ sandbox, response }) => sendText(response, sandbox.greeting) },
  { method: 'GET', path: '/v1/ping', handle: () => ({ message: 'pong' }) },
  ...TEAM_ROUTES,
  ...INTERVIEW_ROUTES,
  ...FLOW_ROUTES,
  ...RECORDING_ROUTES,
]

/** A local Ribbon on 127.0.0.1, at a free port when `port` is 0; `close` cuts open connections. */
export async function startSandbox(options: Partial<SandboxOptions> = {}) {
  const settings = { ...DEFAULT_OPTIONS, ...options }
  const { key, control } = settings
  const sandbox: Sandbox = {
    store: openStore(settings),
    faults: new Faults(),
    log: new RequestLog(),
    origin: '',
    key,
    greeting: greet(key),
    control,
  }
  const server = createServer((request, response) => void answer(sandbox, request, response))
  // As long as a load balancer leaves a connection open: a busy machine asks again on one that has rested for seconds.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen(settings.port, ADDRESS)
  await once(server, 'listening')
  sandbox.origin = `http://${ADDRESS}:${(server.address() as AddressInfo).port}`

  async function close() {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { url: sandbox.origin, close }
}

async function answer(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse) {
  const [target = '', search = ''] = (request.url ?? '').split('?', 2)
  const path = target.replace(/^\/be-api(?=\/)/, '')
  const exchange: Exchange = { sandbox, request, response, path, query: new URLSearchParams(search), params: {} }
  const ofOurs = path.startsWith('/control/') || request.headers[PASS_HEADER] === sandbox.faults.pass
  try {
    if (!ofOurs) sandbox.log.enter(request, response, { route: patternOf(ROUTES, path), path, query: search })
    const fault = ofOurs ? null : sandbox.faults.take(request.method ?? '', path)
    await (fault ? misbehave(exchange, fault) : dispatch(exchange))
  } catch (error) {
    sendFailure(response, error)
  }
}

async function dispatch(exchange: Exchange) {
  const { sandbox, request, response, path } = exchange
  if (path.startsWith('/v1/')) requireKey(request, sandbox.key)
  const { route, params } = findRoute(routesOf(sandbox), request.method ?? '', path)
  const value = await route.handle({ ...exchange, params })
  if (value) sendJson(response, value)
}

function routesOf({ control }: Sandbox) {
  return control ? [...ROUTES, ...CONTROL_ROUTES] : ROUTES
}

function requireKey({ headers }: IncomingMessage, key: string) {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || token !== key) throw new Failure(401, 'Invalid or missing API key.')
}

function greet(key: string) {
  const accepted =
    key === SAMPLE_KEY ? `It accepts the sample key ${SAMPLE_KEY}` : 'It was started with a key of its own'
  return `This is a local stand-in for Ribbon's interview API, with sample data and no AI behind it.
${accepted}, sent as "Authorization: Bearer <key>" to /be-api/v1/... or /v1/...
`
}
