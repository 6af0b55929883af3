import { Ajv } from 'ajv'
import { afterAll } from 'vitest'
import { SAMPLE_KEY, type SandboxOptions } from '../options'
import { startSandbox } from '../server'
import { SCHEMAS } from '../wire-schemas'

export type SchemaName = keyof typeof SCHEMAS

const ajv = new Ajv({
  allowUnionTypes: true,
  schemas: Object.entries(SCHEMAS).map(([$id, schema]) => ({ $id, ...schema })),
})

/** What is wrong with a value by one of Ribbon's schemas; null when nothing is. */
export function complaints(schema: SchemaName, value: unknown): string | null {
  return ajv.validate(schema, value) ? null : ajv.errorsText()
}

type Call = { method?: string; body?: unknown; headers?: Record<string, string> }

/** A sandbox that lives as long as the test file, with the control endpoint on, and callers that send its key. */
export async function givenSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ port: 0, control: true, ...options })
  afterAll(sandbox.close)

  function send(path: string, { method = 'GET', body, headers }: Call = {}) {
    return fetch(sandbox.url + path, {
      method,
      headers: { authorization: `Bearer ${options.key ?? SAMPLE_KEY}`, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    })
  }

  /** The reply as the test expects it; a status or schema that differs is an error. */
  async function ask<T>(path: string, schema: SchemaName, call: Call & { status?: number } = {}): Promise<T> {
    const response = await send(path, call)
    const value: unknown = await response.json()
    const wrong = complaints(schema, value)
    if (response.status !== (call.status ?? 200))
      throw new Error(`${path}: ${response.status} ${JSON.stringify(value)}`)
    if (wrong) throw new Error(`${path}: ${wrong}`)
    return value as T
  }

  async function control<T>(path: string, call: Call = {}): Promise<T> {
    const response = await send(`/control${path}`, call)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  return { url: sandbox.url, send, ask, control }
}
