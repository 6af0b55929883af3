import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import type { Caller } from './caller'
import type { readRibbon, RibbonInterview } from './ribbon'

const A_PAGE = 200
const LOOK_MS = 1_000

const page = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      team: z.object({ id: z.string().nullable() }),
      assessment: z.object({ scores: z.record(z.string(), z.number().nullable()) }),
    }),
  ),
  nextCursor: z.string().nullable(),
})

const freshness = z.object({ asOf: z.string().nullable() })

/** Ribbon's names of the scores, by ours. */
const SCORES = {
  communication: 'communication',
  motivation: 'motivation',
  skills: 'skills',
  vocabulary: 'language_vocabulary_and_expression',
  grammar: 'language_grammar_and_structure',
  fluency: 'language_fluency_and_pace',
  comprehension: 'language_comprehension',
}

type Truth = Awaited<ReturnType<typeof readRibbon>>

type Compared = { caller: Caller; databaseUrl: string; truth: Truth }

/** Milliseconds until the list shows every interview as Ribbon has it; else what still differs after so many seconds. */
export async function untilMirrored(
  { caller, databaseUrl, truth }: Compared,
  seconds: number,
): Promise<number | string[]> {
  const wanted = new Map(truth.interviews.map((interview) => [interview.interview_id, asShown(interview, truth)]))
  const began = performance.now()
  for (;;) {
    await letTimePass(databaseUrl)
    const shown = await readMirror(caller)
    const differing = [...wanted].filter(([id, line]) => shown.get(id) !== line)
    if (differing.length === 0) return performance.now() - began
    if (performance.now() - began > seconds * 1000)
      return differing.map(([id, line]) => `${id} is ${shown.get(id) ?? 'missing'} and not ${line}`)
    await pause(LOOK_MS)
  }
}

/** Milliseconds until a pull has succeeded that ended after now; null when that takes more than so many seconds. */
export async function untilPulled(caller: Caller, seconds: number): Promise<number | null> {
  const [began, now] = [performance.now(), new Date().toISOString()]
  while (performance.now() - began < seconds * 1000) {
    const answer = await caller.ask({ path: '/api/freshness' })
    if (answer?.status === 200 && (freshness.parse(answer.value).asOf ?? '') > now) return performance.now() - began
    await pause(LOOK_MS)
  }
  return null
}

/** As if the next pull were due, and what could not be read were to be tried again: hours, which nobody wants to soak. */
async function letTimePass(databaseUrl: string): Promise<void> {
  const client = new Client(databaseUrl)
  client.on('error', () => {})
  await client.connect()
  await client.query('UPDATE unreadable_items SET next_try_at = now()')
  await client.query(`UPDATE jobs SET run_at = now() WHERE kind = 'mirror.pull'`)
  await client.end()
}

function asShown({ interview_data: data, status, ...interview }: RibbonInterview, { teamOfFlow }: Truth): string {
  const state = data === null ? 'not_taken' : status === 'completed' ? 'ready' : 'processing'
  const team = interview.team_id ?? teamOfFlow.get(interview.interview_flow_id)
  return line(
    state,
    team,
    Object.values(SCORES).map((name) => data?.scores?.[name] ?? null),
  )
}

async function readMirror(caller: Caller): Promise<Map<string, string>> {
  const shown = new Map<string, string>()
  for (let after: string | null = ''; after !== null;) {
    const answer = await caller.ask({ path: `/api/interviews?limit=${A_PAGE}${after}` })
    if (answer?.status !== 200) return shown
    const { items, nextCursor } = page.parse(answer.value)
    for (const { id, state, team, assessment } of items)
      shown.set(
        id,
        line(
          state,
          team.id,
          Object.keys(SCORES).map((name) => assessment.scores[name] ?? null),
        ),
      )
    after = nextCursor && `&cursor=${encodeURIComponent(nextCursor)}`
  }
  return shown
}

function line(state: string, team: string | null | undefined, scores: (number | null)[]) {
  return `${state}, of team ${team ?? 'none'}, scored ${scores.map((score) => score ?? '–').join(' ')}`
}
