import { expect, test } from 'vitest'
import { statusDraft, statusesDraft, takenBack } from './draft'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'
const CAPITALS = ID.toUpperCase()

test('a version in capitals is the one that is stored, wherever it is named', () => {
  const interviews = [{ id: 'one', replaces: CAPITALS, version: CAPITALS }]
  expect(statusDraft.parse({ status: 'on_hold', replaces: CAPITALS }).replaces).toBe(ID)
  expect(statusesDraft.parse({ status: 'on_hold', interviews }).interviews).toMatchObject([
    { replaces: ID, version: ID },
  ])
  expect(takenBack.parse({ versions: [CAPITALS] }).versions).toEqual([ID])
})
