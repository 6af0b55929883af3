import type { Exchange } from './exchange'
import type { Route } from './router'

export const TEAM_ROUTES: Route[] = [
  { method: 'GET', path: '/v1/teams', handle: ({ sandbox }) => ({ teams: sandbox.store.teams.teams }) },
  { method: 'GET', path: '/v1/team-members', handle: listMembers },
]

/** The team filter of every list, null without one; throws as `TeamStore.require` does. */
export function readTeam({ sandbox, query }: Exchange): string | null {
  const id = query.get('team_id')
  return id === null ? null : sandbox.store.teams.require(id)
}

function listMembers(exchange: Exchange) {
  const members = exchange.sandbox.store.teams.membersOf(readTeam(exchange))
  return { team_members: members.map(({ id, email, full_name }) => ({ id, email, full_name })) }
}
