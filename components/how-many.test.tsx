import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Attempt } from '@/lib/attempts/attempt'
import type { Connection } from '@/lib/connection/connection'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import type { Moment } from '@/lib/transcript/moment'
import { AttemptsLine } from './attempts/attempts-line'
import { ArchiveFacts } from './connection/archive-facts'
import { howMany } from './how-many'
import { AsWritten } from './markdown/as-written'
import { PlaybackProvider } from './player/playback-context'
import { QuestionStepper } from './player/question-stepper'
import { unassignedWords } from './queue/assign-flow-dialog'
import { QueueList } from './queue/queue-list'
import { queueOf } from './queue/testing/queue'
import { restsOn } from './review/panels/thin-evidence'
import { TranscriptSegment } from './transcript/transcript-segment'

test('one of something is one, and none of it and several are several', () => {
  expect([0, 1, 2, 1_200].map((count) => howMany(count, 'interview'))).toEqual([
    ...['0 interviews', '1 interview', '2 interviews', '1,200 interviews'],
  ])
  expect([1, 2].map((count) => howMany(count, 'change of status', 'changes of status'))).toEqual([
    ...['1 change of status', '2 changes of status'],
  ])
})

const FROM_START: Moment = { start: 0, end: null }
const attempt: Attempt = { ...interviewRowWith({ id: 'one' }), isLinked: false, number: 1, total: 1 }
const segment = (length: number) => ({ speaker: 'candidate' as const, text: 'a'.repeat(length), start: 0, end: 1 })
const archiveOf = (count: number) =>
  ({
    counts: { ready: 0, processing: 0, not_taken: 0, gone: 0, flows: count, teams: count },
    lists: [],
  }) as unknown as Connection
const question = { text: 'Why?', segments: [], start: 4, end: 5, spans: [{ start: 4, end: 5 }], asked: true }

/** What a screen shows of so many. */
const SHOWN: [string, (count: number) => ReactNode, string, string][] = [
  ['flows', (count) => <ArchiveFacts connection={archiveOf(count)} now={0} />, '1 flow, 1 team<', '2 flows, 2 teams<'],
  [
    'the rest of a queue',
    (count) => <QueueList queue={{ ...queueOf('a'), total: 1 + count }} goOn={null} mayAssign={false} now={0} />,
    ...(['1 more waits behind', '2 more wait behind'] as const),
  ],
  [
    'the rest of the attempts',
    (count) => (
      <AttemptsLine interviewId="one" attempts={[{ ...attempt, total: 1 + count }]} search="" mayLink={false} />
    ),
    ...(['1 more is not listed', '2 more are not listed'] as const),
  ],
  [
    'the rest of a segment',
    (count) => (
      <TranscriptSegment index={0} segment={segment(50_000 + count)} name="Grace" aside={false} corrections={[]} />
    ),
    ...(['1 more character is not', '2 more characters are not'] as const),
  ],
  [
    'the rest of a text',
    (count) => <AsWritten text={'a'.repeat(64_000 + count)} name="The summary" />,
    ...(['1 more character is not', '2 more characters are not'] as const),
  ],
  [
    'questions',
    (count) => (
      <PlaybackProvider duration={9} moment={FROM_START} cue={undefined} listensTo="everything">
        <QuestionStepper questions={Array.from({ length: count }, () => question) as never} />
      </PlaybackProvider>
    ),
    ...(['>1 question<', '>2 questions<'] as const),
  ],
  [
    'a flow to assign',
    (count) => unassignedWords({ interviews: count, unassigned: count }),
    ...(['1 interview, not assigned to anybody.', '2 interviews, 2 of them not assigned to anybody.'] as const),
  ],
  [
    'evidence',
    (count) => restsOn({ seconds: null, answered: 0, asked: 1, questions: count }),
    ...(['0 of 1 question', '0 of 2 questions'] as const),
  ],
]

test.each(SHOWN)('of %s one is told as one, and two as two', (_, show, one, two) => {
  const told = (count: number) => renderToStaticMarkup(show(count))
  expect(told(1)).toContain(one)
  expect(told(2)).toContain(two)
})
