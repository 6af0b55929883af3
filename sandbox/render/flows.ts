import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseScreenplay, type Screenplay } from './screenplay'
import { Slip } from './slip'

const flowFile = z
  .looseObject({
    interview_flow_id: z.string(),
    team_id: z.string(),
    language: z.string(),
    archived: z.boolean().default(false),
  })
  .transform(({ archived, ...wire }) => ({ archived, wire }))

/** A flow as Ribbon's API answers it (`wire`), and the folder of its screenplays. */
export type Flow = {
  folder: string
  archived: boolean
  wire: z.infer<typeof flowFile>['wire'] & { questions: string[] }
}

/** The flows that have their questions already, one folder each. */
export function readFlows(root: string): Flow[] {
  const folders = readdirSync(root)
    .sort()
    .map((name) => join(root, name))
  return folders
    .filter((folder) => existsSync(join(folder, 'questions.txt')))
    .map((folder) => {
      const { archived, wire } = flowFile.parse(JSON.parse(readFileSync(join(folder, 'flow.json'), 'utf8')))
      const questions = readFileSync(join(folder, 'questions.txt'), 'utf8').split('\n').filter(Boolean)
      return { folder, archived, wire: { ...wire, questions } }
    })
}

/** What `GET /v1/interview-flows` lists: an archived flow is gone there while its interviews remain. */
export function listedFlows(flows: readonly Flow[]) {
  return flows.flatMap(({ archived, wire }) => (archived ? [] : wire))
}

export function screenplayFiles({ folder }: Flow): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && name !== 'questions.txt')
  return names.sort().map((name) => join(folder, name))
}

export function readScreenplay(flow: Flow, file: string): Screenplay {
  const screenplay = parseScreenplay(file, readFileSync(file, 'utf8'))
  const { interview_flow_id: id } = flow.wire
  if (screenplay.flow === id) return screenplay
  throw new Slip(file, 1, `flow: ${screenplay.flow} lies in the folder of ${id}`)
}
