import type { Flow } from '@/lib/flows/flow'
import type { InterviewRow } from '@/lib/interviews/interview'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import type { Command } from './offered-commands'
import { bestMatches } from './match'

/** A line of the palette; `note` tells it from another of the same label. */
export type Choice = Command & { note?: string }
export type ChoiceGroup = { title: string; choices: Choice[] }
/** A screen that can be gone to. */
export type Destination = { label: string; href: string }

type Offered = {
  typed: string
  candidates: InterviewRow[]
  flows: Flow[]
  places: Destination[]
  commands: Command[]
  go: (href: string) => void
}

const MOST_FLOWS = 5
const MOST_COMMANDS = 8

/** What the palette lists for what is typed, in groups that are not empty; the candidates have been searched already. */
export function choicesFor({ typed, candidates, flows, places, commands, go }: Offered): ChoiceGroup[] {
  const isTyped = typed.trim() !== ''
  const flowChoices = flows.map((flow) => flowChoice(flow, go))
  const destinationChoices = places.map((place) => destinationChoice(place, go))
  const groups: ChoiceGroup[] = [
    { title: isTyped ? 'Candidates' : 'Recent candidates', choices: candidates.map((row) => candidateChoice(row, go)) },
    { title: 'Flows', choices: isTyped ? bestMatches(flowChoices, typed, MOST_FLOWS) : [] },
    { title: 'Actions', choices: bestMatches(commands, typed, isTyped ? MOST_COMMANDS : commands.length) },
    { title: 'Go to', choices: bestMatches(destinationChoices, typed, places.length) },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

function candidateChoice({ id, candidate, flow }: InterviewRow, go: Offered['go']): Choice {
  const email = candidate.name ? candidate.email : null
  return {
    id: `candidate ${id}`,
    label: candidateLabel(candidate),
    note: [email, flow.title].filter(Boolean).join(' · '),
    run: () => go(candidatePath(id, '')),
  }
}

function flowChoice({ id, title }: Flow, go: Offered['go']): Choice {
  return { id: `flow ${id}`, label: title || id, run: () => go(`/candidates?${new URLSearchParams({ flow: id })}`) }
}

function destinationChoice({ label, href }: Destination, go: Offered['go']): Choice {
  return { id: `place ${href}`, label, run: () => go(href) }
}
