import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Interview, InterviewFlow, Team, TeamMember } from './wire'

const FOLDER = fileURLToPath(new URL('samples', import.meta.url))
const EVENING = join(FOLDER, 'evening')

export const RECORDINGS_FOLDERS = [join(FOLDER, 'recordings'), join(EVENING, 'recordings')]

/** `team_ids` says where a member belongs; Ribbon knows it but never sends it. */
export type KnownMember = TeamMember & { team_ids: string[] }

/** Everything an organisation has at Ribbon. */
export type House = { teams: Team[]; members: KnownMember[]; flows: InterviewFlow[]; interviews: Interview[] }

/** The committed samples, one of every kind; their recordings' addresses begin with `{origin}`. */
export function readSamples(): House {
  return {
    teams: read(join(FOLDER, 'teams.json')) as Team[],
    members: read(join(FOLDER, 'team-members.json')) as KnownMember[],
    ...readCollection(FOLDER),
  }
}

/** A flow of which twelve interviews are finished, to look at as a day's work. */
export function readEvening(): Pick<House, 'flows' | 'interviews'> {
  return readCollection(EVENING)
}

function readCollection(folder: string): Pick<House, 'flows' | 'interviews'> {
  const interviews = join(folder, 'interviews')
  return {
    flows: read(join(folder, 'flows.json')) as InterviewFlow[],
    interviews: readdirSync(interviews)
      .filter((name) => name.endsWith('.json'))
      .map((name) => read(join(interviews, name)) as Interview),
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
