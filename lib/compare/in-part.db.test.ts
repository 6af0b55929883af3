// Must hold 4: of a flow that somebody sees in part, what was asked of others is told by no question of theirs.
import { expect, test } from 'vitest'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow } from '../db/testing/interview'
import { writeAnchors } from './commands'
import { findAnswer, findAnswers, findAnswersInSight, findMatrix, findQuestions, findSideBySide } from './queries'
import { asked, givenTalkWith, NIGHT, NIGHT_KEY, OLD, OLD_KEY, WHY, WHY_KEY } from './testing/talks'

const KEYS = [WHY_KEY, NIGHT_KEY, OLD_KEY]
const scaleOf = (key: string) => ({ one: `Of ${key}.`, three: null, five: null })

test('the scale of a question that nobody of theirs was asked is told to nobody, whose key they may have guessed', async () => {
  const { id: flowId } = await givenFlow({ questions: [WHY, NIGHT] })
  const theirs = await givenTalkWith({ flowId, name: 'Ingrid', last: '', questions: [asked(NIGHT, [2, 3])] })
  const other = await givenTalkWith({ flowId, name: 'Wendell', last: '', questions: [asked(OLD, [2, 3])] })
  const lead = whoMay(await givenViewer(), 'anchors.write')
  for (const key of KEYS) await writeAnchors(lead, { flowId, key }, { ...scaleOf(key), replaces: null })

  const told = async (viewer: typeof lead, { id: interviewId }: typeof theirs) => {
    const ofKeys = KEYS.flatMap((key) => [
      findAnswer(viewer, { flowId, key, interviewId }),
      findAnswers(viewer, { flowId, key }),
      findAnswersInSight(viewer, { flowId, key }),
    ])
    const ofFlow = [
      findQuestions(viewer, flowId),
      findMatrix(viewer, flowId),
      findSideBySide(viewer, { flowId, ids: [theirs.id, other.id] }),
    ]
    const text = JSON.stringify(await Promise.allSettled([...ofKeys, ...ofFlow]))
    return KEYS.filter((key) => text.includes(`Of ${key}.`))
  }
  expect(await told(lead, theirs)).toEqual(KEYS)
  const inPart = whoMay(await givenViewer({ interviews: [theirs.id] }), 'anchors.write')
  expect(await told(inPart, theirs)).toEqual([NIGHT_KEY])
  const unasked = findAnswer(inPart, { flowId, key: OLD_KEY, interviewId: theirs.id })
  await expect(unasked).resolves.toMatchObject({ anchors: null })
  const ofTwo = whoMay(await givenViewer({ interviews: [theirs.id, other.id] }), 'anchors.write')
  expect(await told(ofTwo, theirs)).toEqual([NIGHT_KEY, OLD_KEY])
})
