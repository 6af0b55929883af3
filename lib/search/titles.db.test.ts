// A flow is found by what it is called now, whenever it was stored.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db/client'
import { flowTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { reindex } from './reindex'
import { found, team } from './testing/search'

async function givenTitled(title: string) {
  const teamId = team()
  const flow = await givenFlow({ teamId, title })
  const { id } = await givenInterview({ teamId, flowId: flow.id })
  return { viewer: await givenViewer({ teams: [teamId] }), flow, id }
}

test('a flow that is renamed is found by its new title at once, and by the old one no more', async () => {
  const { viewer, flow, id } = await givenTitled('Okapi keeper')
  expect(await found(viewer, 'okapi')).toEqual([id])
  await givenFlow({ ...flow, title: 'Quokka keeper' })
  expect([await found(viewer, 'flow:quokka'), await found(viewer, 'okapi')]).toEqual([[id], []])
})

test('titles of before, and those of older rules, are found once they are indexed anew', async () => {
  const [before, older] = [await givenTitled('before'), await givenTitled('older')]
  await db().delete(flowTexts).where(eq(flowTexts.flowId, before.flow.id))
  await db().update(flowTexts).set({ rules: 0, lexemes: '', title: '' }).where(eq(flowTexts.flowId, older.flow.id))
  expect([await found(before.viewer, 'before'), await found(older.viewer, 'older')]).toEqual([[], []])

  await reindex(() => Promise.resolve())
  expect([await found(before.viewer, 'flow:before'), await found(older.viewer, 'older')]).toEqual([
    [before.id],
    [older.id],
  ])
})
