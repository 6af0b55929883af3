import { vi } from 'vitest'

/** A complete environment, for what reads `env()` and needs no database. */
export function givenEnvironment(over: Record<string, string> = {}) {
  const complete = {
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    RIBBON_API_KEY: crypto.randomUUID(),
    NEXTAUTH_URL: 'https://debrief.example',
    NEXTAUTH_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
  }
  for (const [name, value] of Object.entries({ ...complete, ...over })) vi.stubEnv(name, value)
}
