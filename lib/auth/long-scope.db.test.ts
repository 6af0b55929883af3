// Must hold 4: who is given so many that they are looked up in a table sees those and no others.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { listFlows } from '../flows/queries'
import { EVERYTHING } from '../interviews/list/filter'
import { listInterviews } from '../interviews/list/queries'

const named = (kind: string) => Array.from({ length: 150 }, (_, place) => `${kind} ${place}`)

/** Of no team and no flow. */
async function givenNamed(ids: string[]) {
  await db().execute(sql`INSERT INTO interviews (id, state, scores, content_hash)
    SELECT id, 'ready', '{}', '' FROM unnest(${sql.param(ids)}::text[]) AS id`)
}

test('a member sees what is named among a hundred and fifty teams, flows and interviews, and nothing else', async () => {
  const flow = await givenFlow({ id: 'flow 7', teamId: null })
  const other = await givenFlow({ id: 'flow 150', teamId: 'team 150' })
  const ofTeam = await givenInterview({ teamId: 'team 3', flowId: null })
  const ofFlow = await givenInterview({ teamId: null, flowId: flow.id })
  await givenNamed(named('interview'))
  await givenInterview({ teamId: 'team 150', flowId: other.id })
  await givenNamed(['interview 150'])
  const shown = [ofTeam.id, ofFlow.id, ...named('interview')]

  const viewer = await givenViewer({ teams: named('team'), flows: named('flow'), interviews: named('interview') })
  for (const q of ['', '-nowhere']) {
    const { items } = await listInterviews(viewer, { ...EVERYTHING, q, limit: 200 })
    expect(items.map(({ id }) => id).toSorted(), q).toEqual(shown.toSorted())
  }
  expect((await listFlows(viewer)).map(({ id }) => id)).toEqual([flow.id])
})
