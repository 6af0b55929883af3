// Must hold 42: of a list in a reply no more is looked at than is kept, wherever it stands and however long it is.
import { expect, test } from 'vitest'
import { receivedFlow } from './flow'
import { receivedInterview, ribbonInterview } from './interview'
import { ITEM_LIMITS, TEXT_LIMITS } from './limits'
import { ribbonTeam } from './team'
import { completedInterview, flow, segment } from './testing/replies'

type Fields = Record<string, unknown>

const MILLIONS = Array.from({ length: 4_000_000 }, () => 0)

/** A list of four million entries, and how many of them were asked for. */
function givenLongList(entry: unknown) {
  let reads = 0
  const get = (list: number[], name: string | symbol) => {
    if (typeof name === 'symbol' || !/^\d+$/.test(name)) return Reflect.get(list, name) as unknown
    reads += 1
    return entry
  }
  return { list: new Proxy(MILLIONS, { get }), reads: () => reads }
}

const wire = completedInterview()
const withData = (data: object) => ({ ...wire, interview_data: { ...wire.interview_data, ...data } })
const [question] = wire.interview_data.questions_to_transcript_mapping
const fieldsOf = (name: string, fields: object, put: (fields: Fields) => unknown) =>
  Object.keys(fields).map(
    (field) => [`${field} of ${name}`, (list: unknown) => put({ ...fields, [field]: list })] as const,
  )

const interviews = [
  ...fieldsOf('an interview', wire, (fields) => fields),
  ...fieldsOf('its data', wire.interview_data, withData),
  ...fieldsOf('a segment', segment('user', 0, 'a'), (said) => withData({ transcript_with_timestamp: [said] })),
  ...fieldsOf('a question', question ?? {}, (asked) => withData({ questions_to_transcript_mapping: [asked] })),
]
const PLACES = [
  ...interviews.map((place) => [...place, receivedInterview] as const),
  ...interviews.map((place) => [...place, ribbonInterview] as const),
  ...fieldsOf('a flow', flow(), (fields) => fields).map((place) => [...place, receivedFlow] as const),
  ...fieldsOf('a team', { id: 'a', name: 'A' }, (fields) => fields).map((place) => [...place, ribbonTeam] as const),
]

test.each(PLACES)('%s that is a list of millions costs no more than one of as many as are kept', (_, put, schema) => {
  for (const entry of [0, null, 'Why?', { word: 'a ', start: 1, end: 2 }]) {
    const { list, reads } = givenLongList(entry)
    schema.safeParse(put(list))
    expect(reads()).toBeLessThanOrEqual(ITEM_LIMITS.words)
  }
})

test('the first questions of a flow with millions are its questions', () => {
  const read = receivedFlow.parse({ ...flow(), questions: givenLongList('Why?').list })
  expect(read.flow.questions).toEqual(Array.from({ length: TEXT_LIMITS.flowQuestions }, () => 'Why?'))
})
