import { expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { takePlace } from '../mirror/store/order'
import { storeTeams } from '../mirror/store/flows'
import { listTeams } from './queries'

test('a member sees their own teams and nobody else’s', async () => {
  const [ours, theirs] = [
    { id: crypto.randomUUID(), name: 'Retail' },
    { id: crypto.randomUUID(), name: 'Office' },
  ]
  const asked = await takePlace()
  await storeTeams([
    { ...ours, asked },
    { ...theirs, asked },
  ])

  expect(await listTeams(await givenViewer({ teams: [ours.id] }))).toEqual([ours])
  expect(await listTeams(await givenViewer({ teams: [] }))).toEqual([])
  expect(await listTeams(await givenViewer())).toEqual([theirs, ours])
})
