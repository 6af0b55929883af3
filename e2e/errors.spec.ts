import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { expect, test } from './test'

const problem = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  id: z.uuid(),
})

test('a failure is problem+json with an id that the log has, and nothing of its reason', async ({ shared }) => {
  const cookie = await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD)
  for (const [path, status] of [
    ['/api/interviews?limit=0', 400],
    ['/api/interviews?cursor=%00', 400],
    ['/api/interviews/unknown', 404],
    ['/api/interviews/unknown/words', 404],
    ['/api/interviews/unknown/recording/audio', 404],
    ['/api/interviews/%00/recording/audio', 404],
  ] as const) {
    const response = await fetch(shared.origin + path, { headers: { cookie } })
    const text = await response.text()
    expect(response.status, path).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const told = problem.parse(JSON.parse(text))
    expect(text).not.toMatch(/\bat .*:\d+|select |node_modules|\/lib\//i)
    expect(readFileSync(shared.log, 'utf8')).toContain(told.id)
    const meaning = await fetch(told.type)
    expect(meaning.status).toBe(200)
    expect(await meaning.text()).toContain(told.title)
  }
})
