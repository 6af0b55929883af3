import { Failure } from './failure'
import { FOREIGN } from './foreign'
import type { House, KnownMember } from './samples'
import type { Team } from './wire'

export class TeamStore {
  readonly teams: readonly Team[]
  private readonly members: readonly KnownMember[]

  constructor({ teams, members }: Pick<House, 'teams' | 'members'>) {
    this.teams = teams
    this.members = members
  }

  oldest(): Team {
    const [first] = [...this.teams].sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
    if (!first) throw new Failure(422, 'No teams found in organization.')
    return first
  }

  /** Throws 403 for another organisation's team, 422 for an unknown one. */
  require(id: string) {
    if (id === FOREIGN.team) throw new Failure(403, 'The team does not belong to the organization.')
    if (!this.teams.some((team) => team.id === id)) throw new Failure(422, 'No team found with provided team_id.')
    return id
  }

  membersOf(teamId: string | null): readonly KnownMember[] {
    return teamId === null ? this.members : this.members.filter(({ team_ids }) => team_ids.includes(teamId))
  }
}
