// Each is a round trip, which the embedded database takes two milliseconds for.
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { listFlows } from '../../flows/queries'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, givenInterview } from '../../db/testing/interview'
import { EVERYTHING } from './filter'
import { findNeighbours, listInterviews } from './queries'

async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(Client.prototype, 'query')
  await ask()
  const count = query.mock.calls.length
  query.mockRestore()
  return count
}

test('a list is one statement with its total, and one for whose attempts its rows are', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ flowId: 'flow' })
  await listFlows(viewer)
  expect(await statementsOf(() => listInterviews(viewer, EVERYTHING))).toBe(2)
  expect(await statementsOf(() => findNeighbours(viewer, EVERYTHING, asId(id)))).toBe(2)
  expect(await statementsOf(() => listFlows(viewer))).toBe(1)
})
