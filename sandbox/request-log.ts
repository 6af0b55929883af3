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

/** What was asked of the sandbox, for tests that count calls; no header's value is kept. */
export class RequestLog {
  private requests: Entry[] = []
  private counts: Record<string, number> = {}

  enter(request: IncomingMessage, response: ServerResponse, { path, query }: { path: string; query: string }) {
    const entry: Entry = {
      method: request.method ?? '',
      path,
      query,
      at: new Date().toISOString(),
      authorized: request.headers.authorization !== undefined,
      aborted: false,
    }
    // A response that the sandbox itself cut carries the error it was destroyed with.
    response.once('close', () => (entry.aborted = !response.writableFinished && !response.errored))
    this.requests = [...this.requests.slice(1 - KEPT), entry]
  }

  count(method: string, route: string) {
    const name = `${method} ${route}`
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
