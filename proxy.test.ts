import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { givenEnvironment } from './lib/auth/testing/environment'
import { proxy } from './proxy'

beforeAll(() => givenEnvironment())

const ask = (method: string, origin?: string) =>
  proxy(new NextRequest('https://debrief.example/api/interviews/int_1', { method, headers: origin ? { origin } : {} }))

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s needs our own origin', (method) => {
  for (const origin of [undefined, 'null', 'https://evil.example']) expect(ask(method, origin).status).toBe(403)
  expect(ask(method, 'https://debrief.example').status).toBe(200)
})
