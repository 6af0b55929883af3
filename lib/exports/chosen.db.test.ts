// Must hold 4 and 49: what was ticked is exported as the list would be, and nothing that its reader does not see.
import { beforeEach, expect, test } from 'vitest'
import { NO_SCORES } from '../assessment/scores'
import { may, type May, type Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import { requireChosen } from './chosen'
import { exportInterviews } from './commands'
import type { ExportedRow } from './exported-row'

let team: string
let ids: string[]
let viewer: Viewer

beforeEach(async () => {
  team = crypto.randomUUID()
  ids = []
  for (const name of ['Cora', 'Ada', 'Bea', 'Dora']) {
    ids.push((await givenInterview({ teamId: team, candidate: { name, email: null } })).id)
  }
  viewer = await givenViewer({ teams: [team] })
})

const asked = (body: unknown, search = '') =>
  new Request(`http://localhost/api/exports/interviews.json?${search}`, { method: 'POST', body: JSON.stringify(body) })

async function exported(interviewIds: string[], search = ''): Promise<ExportedRow[]> {
  const filter = await requireChosen(asked({ interviewIds }, search))
  const rows = []
  for await (const batch of await exportInterviews(exporter(), filter, 'json')) rows.push(...batch)
  return rows
}

const exporter = (): May<'export.create'> => whoMay(viewer, 'export.create')
const namesOf = (rows: ExportedRow[]) => rows.map(({ candidate }) => candidate.name)

test('what was ticked is exported in the order of its list, whatever narrows that list by now', async () => {
  expect(namesOf(await exported(ids.slice(0, 3), 'sort=candidate&q=nobody&state=processing&limit=1'))).toEqual([
    ...['Ada', 'Bea', 'Cora'],
  ])
  expect(namesOf(await exported(ids.slice(0, 3), 'sort=-candidate'))).toEqual(['Cora', 'Bea', 'Ada'])
})

test('of what its reader does not see nothing is exported, whether or not it exists', async () => {
  const elsewhere = await givenInterview({ teamId: crypto.randomUUID() })
  expect(namesOf(await exported([...ids.slice(0, 1), elsewhere.id, 'none']))).toEqual(['Cora'])
  expect(await exported([elsewhere.id])).toEqual([])
})

test('what is hidden until its reader has voted is hidden in it too', async () => {
  const { id: flowId } = await givenFlow({ teamId: team })
  if (!may(viewer, 'blindness.set')) throw new Error('may not')
  await setBlindness(viewer, flowId, { colleagues: true, assessment: true })
  const { id } = await givenInterview({ teamId: team, flowId, scores: { ...NO_SCORES, skills: 4 } })
  expect(await exported([id])).toMatchObject([{ assessment: { is: 'hidden' } }])
})

test.each([[[]], [Array.from({ length: 501 }, (_, index) => String(index))], [['a\0b']]])(
  'a request that names none, too many or what no interview is called is refused',
  async (interviewIds) => {
    await expect(requireChosen(asked({ interviewIds }))).rejects.toMatchObject({ code: 'invalid_input' })
  },
)
