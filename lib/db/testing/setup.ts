import { randomBytes } from 'node:crypto'
import type * as server from 'next/server'
import { afterAll, beforeAll, vi } from 'vitest'
import { closePool, db } from '../client'
import { flowDefaults } from '../schema/flow-settings'
import { openMigratedDatabase } from './database'

// Outside of Next nobody sends an answer: what is to be done after it is done at once.
vi.mock('next/server', async (original) => ({
  ...(await original<typeof server>()),
  after: (then: () => void) => then(),
}))

// Every test file gets a database of its own: embedded, or one in the real PostgreSQL that TEST_DATABASE_URL names.
let database: Awaited<ReturnType<typeof openMigratedDatabase>>

beforeAll(async () => {
  database = await openMigratedDatabase()
  process.env.NEXTAUTH_URL = 'http://localhost:3000'
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')
  process.env.RIBBON_API_KEY ??= crypto.randomUUID()
  // A test that is not about what is hidden from somebody hides nothing.
  await db().update(flowDefaults).set({ blindColleagues: false, blindAssessment: false })
})

afterAll(async () => {
  await closePool()
  await database.close()
})
