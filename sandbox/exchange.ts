import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from './faults'
import type { RequestLog } from './request-log'
import type { Store } from './store'

/** What every handler may reach for. */
export type Sandbox = {
  store: Store
  faults: Faults
  log: RequestLog
  /** The address this server answers at, known once it listens. */
  origin: string
  key: string
  greeting: string
  control: boolean
}

/** One request with its answer. */
export type Exchange = {
  sandbox: Sandbox
  request: IncomingMessage
  response: ServerResponse
  /** Without the `/be-api` that precedes it at the real Ribbon. */
  path: string
  query: URLSearchParams
  params: Record<string, string>
}

/** The value is sent as JSON with status 200; a handler that answers by itself returns nothing. */
export type Handler = (exchange: Exchange) => object | void | Promise<object | void>
