import { expect, test } from 'vitest'
import { FOREIGN } from './foreign'
import { givenSandbox } from './testing/client'

const { ask, send, url } = await givenSandbox()

type Members = { team_members: { id: string }[] }
type Teams = { teams: { id: string }[] }

test('the address itself says what answers there and which key it takes', async () => {
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toContain('text/plain')
  expect(await response.text()).toContain('00000000-0000-4000-8000-00005a3d1e00')
})

test('another key is accepted in place of the sample one and never shown', async () => {
  const other = await givenSandbox({ key: 'another-key', samples: 'none' })
  expect(await (await fetch(other.url)).text()).not.toContain('another-key')
  await other.ask('/v1/ping', 'ping')
  await other.ask('/v1/ping', 'error', {
    headers: { authorization: 'Bearer 00000000-0000-4000-8000-00005a3d1e00' },
    status: 401,
  })
})

test('both bases answer a ping', async () => {
  expect(await ask('/v1/ping', 'ping')).toEqual({ message: 'pong' })
  expect(await ask('/be-api/v1/ping', 'ping')).toEqual({ message: 'pong' })
})

test.each(['', 'Bearer wrong', 'Basic 00000000-0000-4000-8000-00005a3d1e00'])(
  'a call with authorization %j is refused',
  async (authorization) => {
    for (const path of ['/v1/ping', '/v1/teams', '/v1/interviews', '/v1/interview-flows', '/v1/team-members']) {
      await ask(path, 'error', { headers: { authorization }, status: 401 })
    }
  },
)

test('team members are those of the team asked for, without the teams they belong to', async () => {
  const { teams } = await ask<Teams>('/v1/teams', 'teams')
  const { team_members: all } = await ask<Members>('/v1/team-members', 'teamMembers')
  const counts = await Promise.all(
    teams.map(async ({ id }) => {
      const reply = await ask<Members>(`/v1/team-members?team_id=${id}`, 'teamMembers')
      return reply.team_members.length
    }),
  )
  expect(counts.every((count) => count > 0 && count < all.length)).toBe(true)
})

test('an unknown team is 422 and another organisation’s 403, wherever a team can be given', async () => {
  for (const path of ['/v1/team-members', '/v1/interviews', '/v1/interview-flows']) {
    await ask(`${path}?team_id=unknown`, 'error', { status: 422 })
    await ask(`${path}?team_id=${FOREIGN.team}`, 'error', { status: 403 })
  }
})

test('an unknown address is 404 and a known one with another method 405', async () => {
  await ask('/v1/nothing', 'error', { status: 404 })
  await ask('/nothing', 'error', { status: 404 })
  await ask('/v1/teams', 'error', { method: 'DELETE', status: 405 })
  await ask('/v1/interviews', 'error', { method: 'PUT', status: 405 })
})

test('the control endpoint does not exist unless it was asked for', async () => {
  const closed = await givenSandbox({ control: false, samples: 'none' })
  await closed.ask('/control/requests', 'error', { status: 404 })
  expect((await send('/control/requests')).status).toBe(200)
})
