import type { NamedFlow } from '@/lib/flows/flow'
import type { Team } from '@/lib/teams/team'

/** What teams and flows are called. */
export function placeNames(teams: Team[], flows: NamedFlow[]): [id: string, name: string][] {
  return [
    ...teams.map(({ id, name }): [string, string] => [id, name || id]),
    ...flows.map(({ id, title }): [string, string] => [id, title || id]),
  ]
}
