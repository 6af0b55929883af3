import { z } from 'zod'
import type { Findings } from './findings'

/** Longer than any answer may take, so that a paused server can go on and answer. */
const PATIENCE_MS = 60_000
/** What may be answered while Ribbon, the database or both are away. */
const AWAY = [502, 503]

const problem = z.object({ type: z.string(), title: z.string(), status: z.number(), code: z.string(), id: z.uuid() })

export type Answer = { status: number; value: unknown }
type Question = { method?: string; path: string; body?: unknown; expected?: number[] }
type Who = { origin: string; cookie: string; secrets: string[] }

/** Asks as a page of one member does, and looks at every answer: its status, its envelope, and that no secret is in it. */
export class Caller {
  readonly #who: Who
  readonly #findings: Findings

  constructor(who: Who, findings: Findings) {
    this.#who = who
    this.#findings = findings
  }

  /** Null when nobody answered: whoever asked cannot know what became of it. `expected` are the statuses besides 502 and 503. */
  async ask({ method = 'GET', path, body, expected = [200] }: Question): Promise<Answer | null> {
    const { origin, cookie } = this.#who
    const answer = await fetch(origin + path, {
      method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(() => null)
    this.#findings.count(answer ? 'answers' : 'unanswered')
    if (!answer) return null

    const { response, text } = answer
    const route = `${method} ${path.replaceAll(/[^/]*[0-9][^/]*/g, '…')}`
    if (this.#who.secrets.some((secret) => text.includes(secret))) this.#findings.report(`${route} told a secret`)
    if (![...expected, ...AWAY].includes(response.status))
      this.#findings.report(`${route} answered ${response.status}`, `: ${text.slice(0, 300)}`)
    this.#findings.count(`answers ${response.status}`)
    return { status: response.status, value: this.#read(route, response, text) }
  }

  #read(route: string, response: Response, text: string): unknown {
    const value = parse(text)
    if (response.ok || isProblem(response, value)) return value
    this.#findings.report(`${route} failed with ${response.status} without its envelope`, `: ${text.slice(0, 300)}`)
    return undefined
  }
}

function isProblem(response: Response, value: unknown): boolean {
  const read = problem.safeParse(value)
  const isDeclared = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  return isDeclared && read.success && read.data.status === response.status
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
