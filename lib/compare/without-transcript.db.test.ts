import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { findQuestions, findSideBySide } from './queries'
import { givenTalkWith, NIGHT, WHY } from './testing/talks'

let flowId: string
let viewer: Viewer
beforeEach(async () => {
  flowId = (await givenFlow({ questions: [WHY, NIGHT] })).id
  viewer = await givenViewer({ teams: ['team_a'] })
})

const silent = { segments: [], words: [], talk: null }

test('who was interviewed and has no transcript is counted, and who was not or is not seen is not', async () => {
  const heard = await givenTalkWith({ flowId, name: 'Ingrid', last: 'It was cold.' })
  const unheard = [
    await givenInterview({ flowId, state: 'ready', ...silent }),
    await givenInterview({ flowId, state: 'processing', ...silent }),
  ]
  const others = [
    await givenInterview({ flowId, state: 'not_taken', ...silent }),
    await givenInterview({ flowId, state: 'ready', teamId: 'elsewhere', ...silent }),
    await givenInterview({ flowId: (await givenFlow()).id, state: 'ready', ...silent }),
  ]
  expect(await findQuestions(viewer, flowId)).toMatchObject({ interviews: 1, withoutTranscript: 2 })
  const ids = [heard, ...unheard, ...others].map(({ id }) => id)
  const told = await findSideBySide(viewer, { flowId, ids })
  expect(told.withoutTranscript).toBe(2)
  expect(told.finalists.map(({ interview }) => interview)).toEqual([heard.id])
  // Only of those that are asked for.
  expect(await findSideBySide(viewer, { flowId, ids: [heard.id] })).toMatchObject({ withoutTranscript: 0 })
})
