// Must hold 52: a removed member's name and address leave all that colleagues wrote, and come back by none of it.
import { getTableName, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { NO_SCORES } from '../../assessment/scores'
import { askMember } from '../../assignments/commands'
import { operator } from '../../auth/operator'
import { writeAnchors } from '../../compare/commands'
import { db } from '../../db/client'
import { voteVersions } from '../../db/schema/votes'
import { everyRow } from '../../db/testing/every-row'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview } from '../../db/testing/interview'
import { setDeclineReasons, setStatus } from '../../status/commands'
import { questionKey } from '../../transcript/question-key'
import { invalidateInterview, overrideScore } from '../../validity/commands'
import { castVote } from '../../votes/commands'
import { renameMember } from '../commands'
import { removeMember } from './commands'
import { WRITTEN } from './written'

const QUESTION = 'What did you run?'

/** A colleague who writes these words wherever there is a place for them. */
async function writeEverywhere(words: string) {
  const [colleague, asked] = [await givenViewer({ role: 'admin' }), await givenViewer()]
  const { id: flowId } = await givenFlow({ questions: [QUESTION] })
  const questions = [{ text: QUESTION, segments: [0], start: 0, end: 2 }]
  const { id: interviewId } = await givenInterview({ flowId, questions, scores: { ...NO_SCORES, skills: 3 } })
  await castVote(colleague, interviewId, { vote: 'hire', reason: `First: ${words}` })
  await castVote(colleague, interviewId, { vote: 'hire', reason: words })
  await askMember(colleague, interviewId, { memberId: asked.memberId, message: words, dueOn: null })
  const decider = whoMay(colleague, 'status.set')
  await setDeclineReasons(decider, flowId, { reasons: ['Too far away', words] })
  await setStatus(decider, { id: interviewId }, { status: 'declined', reason: words })
  await overrideScore(colleague, { interviewId, score: 'skills' }, { reason: words })
  const anchors = { one: words, three: words, five: words, replaces: null }
  await writeAnchors(whoMay(colleague, 'anchors.write'), { flowId, key: questionKey(QUESTION) }, anchors)
  await invalidateInterview(colleague, interviewId, { cause: 'other_speaker', reason: words })
}

async function givenNamed() {
  const [name, former] = [0, 1].map(() => `Grace Brewster ${crypto.randomUUID().slice(0, 8)}`) as [string, string]
  const { email, memberId } = await givenViewer()
  await renameMember(operator(), { email, name: former })
  await renameMember(operator(), { email, name })
  const words = `Ask @${name}, once @${former}, or write to ${email.toUpperCase()}.`
  return { memberId, words, called: [name, former, email].map((way) => way.toLowerCase()) }
}

/** How many rows have these words there. */
async function countWith(column: (typeof WRITTEN)[number], words: string): Promise<number> {
  const isThere = sql`strpos(${column}::text, ${words}) > 0`
  const { rows } = await db().execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${column.table} WHERE ${isThere}`,
  )
  return rows[0]?.count ?? 0
}

const STORED = 'Ask @Former member, once @Former member, or write to @Former member.'

test('what colleagues wrote in any place loses the name and address of whoever is removed, and nothing else', async () => {
  const { memberId, words, called } = await givenNamed()
  await writeEverywhere(words)
  for (const column of WRITTEN)
    expect(await countWith(column, words), `${getTableName(column.table)}.${column.name}`).toBeGreaterThan(0)
  const versions = await db().$count(voteVersions)
  const before = new Map<unknown, number>()
  for (const column of WRITTEN) before.set(column, await countWith(column, STORED))
  await removeMember(operator(), memberId)
  const rows = JSON.stringify(await everyRow()).toLowerCase()
  for (const way of called) expect(rows).not.toContain(way)
  for (const column of WRITTEN) expect(await countWith(column, STORED)).toBeGreaterThan(before.get(column) ?? 0)
  // No vote was cast by that.
  expect(await db().$count(voteVersions)).toBe(versions)
})

test('nor does what was written before and comes later bring them back', async () => {
  const { memberId, words, called } = await givenNamed()
  await removeMember(operator(), memberId)
  await writeEverywhere(words)
  const rows = JSON.stringify(await everyRow()).toLowerCase()
  for (const way of called) expect(rows).not.toContain(way)
  for (const column of WRITTEN) expect(await countWith(column, STORED)).toBeGreaterThan(0)
})
