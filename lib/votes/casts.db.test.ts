// What a first vote says its member could know, by what its flow hid since the interview arrived.
import { beforeEach, expect, test } from 'vitest'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { Blindness } from '../flows/flow'
import { castVote, revealInterview } from './commands'
import type { VoteCast } from './vote'

const SETTINGS: [Blindness, VoteCast][] = [
  [{ colleagues: true, assessment: true }, 'blind'],
  [{ colleagues: true, assessment: false }, 'blind_colleagues'],
  [{ colleagues: false, assessment: true }, 'blind_assessment'],
  [{ colleagues: false, assessment: false }, 'open'],
]

let mara: May<'interview.reveal'>
let aiko: Viewer
let flowId: string
beforeEach(async () => {
  mara = whoMay(await givenViewer({ role: 'recruiter' }), 'interview.reveal')
  aiko = await givenViewer({ role: 'reviewer' })
  flowId = (await givenFlow()).id
})

const hide = (blindness: Blindness) => setBlindness(whoMay(mara, 'blindness.set'), flowId, blindness)
const castOf = async (
  viewer: May<'vote.cast'>,
  id: Parameters<typeof castVote>[1],
  vote: 'hire' | 'no_hire' = 'hire',
) => (await castVote(viewer, id, { vote })).mine?.cast

test.each(SETTINGS)('where a flow hides %j a vote says %s', async (blindness, cast) => {
  await hide(blindness)
  const { id } = await givenInterview({ flowId })
  expect(await castOf(aiko, id)).toBe(cast)
  // The same vote for another reason is the same judgement; another one knows what was shown for the first.
  expect((await castVote(aiko, id, { vote: 'hire', reason: 'Calm' })).mine?.cast).toBe(cast)
  expect(await castOf(aiko, id, 'no_hire')).not.toMatch(/^blind/)
  await revealInterview(mara, id)
  expect(await castOf(mara, id)).not.toMatch(cast === 'open' ? /^revealed/ : /^blind/)
})

const changes = SETTINGS.flatMap(([before]) => SETTINGS.map(([after, cast]) => [before, after, cast] as const))

test.each(changes)(
  'where a flow hid %j and then %j no vote is called blind to what was open',
  async (before, after, cast) => {
    await hide(before)
    const { id } = await givenInterview({ flowId })
    await hide(after)
    const hidesMore = (after.colleagues && !before.colleagues) || (after.assessment && !before.assessment)
    expect(await castOf(aiko, id)).toBe(hidesMore ? 'open' : cast)
  },
)
