import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Interview, InterviewFlow, Team, TeamMember } from './wire'

const FOLDER = fileURLToPath(new URL('samples', import.meta.url))

export const RECORDINGS_FOLDER = join(FOLDER, 'recordings')

/** `team_ids` says where a member belongs; Ribbon knows it but never sends it. */
export type KnownMember = TeamMember & { team_ids: string[] }

/** Everything an organisation has at Ribbon. */
export type House = { teams: Team[]; members: KnownMember[]; flows: InterviewFlow[]; interviews: Interview[] }

/** The committed samples; their recordings' addresses begin with `{origin}`. */
export function readSamples(): House {
  return {
    teams: read('teams.json') as Team[],
    members: read('team-members.json') as KnownMember[],
    flows: read('flows.json') as InterviewFlow[],
    interviews: readdirSync(join(FOLDER, 'interviews'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => read(join('interviews', name)) as Interview),
  }
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
}
