/** Milliseconds after which nobody waits for an answer any more. */
const PATIENCE_MS = 30_000

type Asked = { cookie: string; method?: string; body?: unknown; headers?: Record<string, string> }
/** What was asked for, as method and path, and the milliseconds until it was there. */
export type Served = { asked: string; ms: number }
export type Times = { served: Served[]; failures: string[]; elsewhere: number }

/** Two servers behind one address: each request goes to the next one in turn, and to the other where that one does not answer. */
export class Replicas {
  readonly #origins: string[]
  /** That browsers know. */
  readonly #address: string
  #turn = 0
  #times: Times = nothing()

  constructor(origins: string[], address: string) {
    this.#origins = origins
    this.#address = address
  }

  /** What was measured since this was last asked. */
  take(): Times {
    const taken = this.#times
    this.#times = nothing()
    return taken
  }

  /** The answer; null where there was none, or it was a failure. */
  async ask(path: string, asked: Asked): Promise<string | null> {
    const first = this.#turn++
    const times = this.#times
    const began = performance.now()
    for (let tried = 0; tried < this.#origins.length; tried++) {
      const origin = this.#origins[(first + tried) % this.#origins.length] ?? ''
      const answer = await this.#read(origin + path, asked).catch(() => null)
      if (answer === null) continue
      if (tried > 0) times.elsewhere++
      times.served.push({ asked: `${asked.method ?? 'GET'} ${path}`, ms: performance.now() - began })
      if (answer.status < 400) return answer.text
      times.failures.push(`${asked.method ?? 'GET'} ${path} answered ${answer.status}`)
      return null
    }
    times.failures.push(`${path} was answered by nobody`)
    return null
  }

  async #read(url: string, { cookie, method = 'GET', body, headers }: Asked) {
    const response = await fetch(url, {
      method,
      headers: { cookie, origin: this.#address, 'content-type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, text: await response.text() }
  }
}

function nothing(): Times {
  return { served: [], failures: [], elsewhere: 0 }
}
