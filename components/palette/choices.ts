import type { Flow } from '@/lib/flows/flow'
import type { InterviewRow } from '@/lib/interviews/interview'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import { bestMatches, distanceTo, nearestFirst, soughtBy } from './match'
import type { Command, Offered } from './offered-commands'

/** A line of the palette; `note` tells it from another of the same label. */
export type Choice = Command & { note?: string; also?: string | undefined }
export type ChoiceGroup = { title: string; choices: Choice[] }
/** A screen that can be gone to; `also` are words by which it is looked for, `pages` where one is in it besides. */
export type Destination = { label: string; href: string; also?: string; pages?: string[] }

type Given = {
  typed: string
  candidates: InterviewRow[]
  flows: Flow[]
  places: Destination[]
  commands: Offered
  go: (href: string) => void
}

const MOST_FLOWS = 5
const MOST_COMMANDS = 8
/** So many of a screen's are listed before anything is typed; the others are found by their name. */
const MOST_UNTYPED = 5

/**
 * What the palette lists, in groups that are not empty. Before anything is typed: what can be done on this screen, where one can
 * go, who was opened last, what can be done everywhere. Then: the group with the nearest match first, and in it the nearest; of
 * equal ones candidates, flows, destinations, actions. The candidates have been searched already.
 */
export function choicesFor(given: Given): ChoiceGroup[] {
  const groups = given.typed.trim() === '' ? untypedGroups(given) : typedGroups(given)
  return groups.filter(({ choices }) => choices.length > 0)
}

function untypedGroups({ candidates, places, commands, go }: Given): ChoiceGroup[] {
  return [
    { title: 'Actions', choices: commands.here.slice(0, MOST_UNTYPED) },
    { title: 'Go to', choices: places.map((place) => destinationChoice(place, go)) },
    { title: 'Recent candidates', choices: candidates.map((row) => candidateChoice(row, go)) },
    { title: 'Everywhere', choices: commands.everywhere },
  ]
}

function typedGroups({ typed, candidates, flows, places, commands, go }: Given): ChoiceGroup[] {
  const found = nearestFirst(candidates, nameAndEmail, typed)
  const flowChoices = flows.map((flow) => flowChoice(flow, go))
  const placeChoices = places.map((place) => destinationChoice(place, go))
  const all = [...commands.here, ...commands.everywhere]
  const groups = [
    {
      title: 'Candidates',
      choices: found.map((row) => candidateChoice(row, go)),
      nearest: found.map((row) => Math.min(FOUND, distanceTo(nameAndEmail(row), typed)))[0],
    },
    ranked('Flows', bestMatches(flowChoices, typed, MOST_FLOWS), typed),
    ranked('Go to', bestMatches(placeChoices, typed, places.length), typed),
    ranked('Actions', bestMatches(all, typed, MOST_COMMANDS), typed),
  ]
  return groups.toSorted((a, b) => (a.nearest ?? FOUND) - (b.nearest ?? FOUND))
}

/** Whom a search found by rules of its own is as near as one whose name holds what is typed. */
const FOUND = 1

function ranked(title: string, choices: Choice[], typed: string) {
  return { title, choices, nearest: choices.map((choice) => distanceTo(soughtBy(choice), typed))[0] }
}

/** What a candidate is looked for by. */
export function nameAndEmail({ candidate }: InterviewRow): string {
  return `${candidateLabel(candidate)} ${candidate.email ?? ''}`
}

function candidateChoice({ id, candidate, flow }: InterviewRow, go: Given['go']): Choice {
  const email = candidate.name ? candidate.email : null
  return {
    id: `candidate ${id}`,
    label: candidateLabel(candidate),
    note: [email, flow.title].filter(Boolean).join(' · '),
    run: () => go(candidatePath(id, '')),
  }
}

function flowChoice({ id, title }: Flow, go: Given['go']): Choice {
  return { id: `flow ${id}`, label: title || id, run: () => go(`/candidates?${new URLSearchParams({ flow: id })}`) }
}

function destinationChoice({ label, href, also }: Destination, go: Given['go']): Choice {
  return { id: `place ${href}`, label, also, run: () => go(href) }
}
