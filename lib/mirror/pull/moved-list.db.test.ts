// Must hold 44: also of two pages of one list.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { completedInterview } from '../../ribbon/testing/replies'
import { A_PAGE } from '../lists/source'
import { pullNow } from '../testing/pull-now'
import { givenRibbon, ribbon } from '../testing/ribbon-lists'

await givenRibbon()

test('of one that stands on two pages, as the list moved while it was read, what was asked for last is stored', async () => {
  ribbon.completed = Array.from({ length: A_PAGE.completed + 5 }, (_, at) => `int-${at}`)
  const last = `int-${A_PAGE.completed - 1}`
  const { interview_data, ...rest } = completedInterview()
  const renamed = {
    ...rest,
    interview_id: last,
    interview_data: { ...interview_data, interviewee_first_name: 'Renamed' },
  }
  // The first page has been made by then.
  ribbon.listFault = (list, ids) => {
    if (list !== 'completed' || ids[0] !== 'int-0') return undefined
    ribbon.completed = ['new', ...ribbon.completed]
    ribbon.faults.set(last, { json: JSON.stringify(renamed) })
    return undefined
  }
  expect(await pullNow()).toBe('pulled')
  const [stored] = await db().select().from(interviews).where(eq(interviews.id, last))
  expect(stored?.candidateName).toMatch(/^Renamed/)
})
