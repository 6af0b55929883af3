// Must hold 49: what is counted is what its reader sees.
import { expect, test } from 'vitest'
import { givenViewer } from '../../db/testing/fixtures'
import { givenInterview } from '../../db/testing/interview'
import { recordReading } from '../../listening/commands'
import { COUNTED_FILTERS, type CountedFilter } from './filter'
import { requireCountedFilter, requireInterviewFilter } from './required-filter'
import { countChoices, listInterviews } from './queries'

const filterOf = (search: string) => requireInterviewFilter(new URLSearchParams(search))
const SILENT = { audio: null, video: null }

const by = (name: string) => requireCountedFilter(new URLSearchParams({ by: name }))

async function givenTeam() {
  const teamId = crypto.randomUUID()
  const [viewer, stranger] = [await givenViewer({ teams: [teamId] }), await givenViewer({ teams: ['elsewhere'] })]
  const read = await givenInterview({ teamId, flowId: 'one', generalScore: 4 })
  await givenInterview({ teamId, flowId: 'one', generalScore: 2, recordings: SILENT })
  await givenInterview({ teamId, flowId: 'other', generalScore: 4, state: 'processing', recordings: SILENT })
  await givenInterview({ teamId, flowId: null, state: 'not_taken', talk: null, recordings: SILENT })
  await recordReading(viewer, read.id, [{ start: 0, end: 2 }])
  return { viewer, stranger }
}

test.each(COUNTED_FILTERS)(
  'each choice of %s has the number that choosing it leaves, under the other filters and the search',
  async (by) => {
    const { viewer } = await givenTeam()
    for (const search of ['', 'score=3..', 'state=ready', 'flow=one&recording=no', 'q=night&you=new', 'q=zither']) {
      const filter = filterOf(search)
      const counts = await countChoices(viewer, filter, by)
      for (const { value, count } of counts) {
        const chosen = filterOf(`${by}=${value}`)[by]
        const { total } = await listInterviews(viewer, { ...filter, [by]: chosen })
        expect({ search, value, count }).toEqual({ search, value, count: total })
      }
      const some = counts.reduce((sum, { count }) => sum + count, 0)
      const { total } = await listInterviews(viewer, { ...filter, [by]: filterOf('')[by] })
      expect(some).toBeLessThanOrEqual(total)
      if (by === 'state' || by === 'recording') expect(some).toBe(total)
    }
  },
)

test('who may not see them is told of none', async () => {
  const { stranger } = await givenTeam()
  for (const by of COUNTED_FILTERS) expect(await countChoices(stranger, filterOf(''), by)).toEqual([])
})

test('a filter that is not counted is refused in a sentence', () => {
  expect(by('you')).toBe('you' satisfies CountedFilter)
  for (const name of ['', 'score', 'constructor'])
    expect(() => by(name)).toThrow(
      expect.objectContaining({ code: 'invalid_input', detail: expect.stringContaining('The parameter by') }),
    )
})
