import type { IncomingMessage, ServerResponse } from 'node:http'

const KEPT = 1_000

type Entry = {
  method: string
  path: string
  query: string
  at: string
  /** An Authorization header came with it. */
  authorized: boolean
  /** The client hung up before the answer had ended. */
  aborted: boolean
}

/** `route` is the pattern that the path fits, null for an unknown path. */
type Target = { route: string | null; path: string; query: string }

/** What was asked of the sandbox, refused and faulty calls too, for tests that count calls; no header's value is kept. */
export class RequestLog {
  private requests: Entry[] = []
  private counts: Record<string, number> = {}

  enter(request: IncomingMessage, response: ServerResponse, { route, path, query }: Target) {
    const method = request.method ?? ''
    const entry: Entry = {
      method,
      path,
      query,
      at: new Date().toISOString(),
      authorized: request.headers.authorization !== undefined,
      aborted: false,
    }
    // A response that the sandbox itself cut carries the error it was destroyed with.
    response.once('close', () => (entry.aborted = !response.writableFinished && !response.errored))
    this.requests = [...this.requests.slice(1 - KEPT), entry]
    const name = `${method} ${route ?? 'elsewhere'}`
    this.counts[name] = (this.counts[name] ?? 0) + 1
  }

  report() {
    return { counts: this.counts, requests: this.requests }
  }

  clear() {
    this.requests = []
    this.counts = {}
  }
}
