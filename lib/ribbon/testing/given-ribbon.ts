import { afterAll, beforeAll } from 'vitest'
import type { SandboxOptions } from '@/sandbox/options'
import { startSandbox } from '@/sandbox/server'

/** A local Ribbon, which is what is read for as long as the test file runs. */
export function givenRibbon(options: Pick<SandboxOptions, 'samples'> & Partial<SandboxOptions>) {
  const key = crypto.randomUUID()
  let sandbox: Awaited<ReturnType<typeof startSandbox>>
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, key, control: true, ...options })
    process.env.RIBBON_API_KEY = key
    process.env.RIBBON_API_URL = `${sandbox.url}/be-api`
  })
  afterAll(() => sandbox.close())

  return {
    key,
    url: () => sandbox.url,
    /** Throws where the sandbox refuses. */
    control: async (method: string, path: string, body?: object): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' }
      const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      const response = await fetch(`${sandbox.url}/control${path}`, sent)
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`)
      return response.json()
    },
  }
}
