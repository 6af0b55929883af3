import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { ROLES } from '@/lib/auth/permissions'
import type { Interview } from '@/lib/interviews/interview'
import type { Segment } from '@/lib/transcript/transcript'
import { OutboxProvider } from '../notes/outbox-context'
import { ReviewRoom } from './review-room'
import { ANSWER, EVIDENCE, INTERVIEW, type Room, ROOM, SEGMENTS } from './testing/room'

const reported = vi.fn()
beforeEach(() => {
  reported.mockReset()
  vi.stubGlobal('reportError', reported)
})

/** Nothing in it that a page asks for: whoever draws with it throws. */
const UNREADABLE = Object.create(null) as never

function draw(over: { interview?: Partial<Interview>; room?: Partial<Room> }): string {
  const room: Room = { ...ROOM, interview: { ...INTERVIEW, ...over.interview }, ...over.room }
  return renderToStaticMarkup(
    <AppRouterContext value={{ prefetch() {}, refresh() {} } as never}>
      <OutboxProvider memberId="me">
        <ReviewRoom {...room} />
      </OutboxProvider>
    </AppRouterContext>,
  )
}

const HIDDEN: Parameters<typeof draw>[0] = {
  interview: { assessment: { is: 'hidden', until: 'my_vote' }, summary: null },
  room: { votes: { mine: null, others: { is: 'hidden', until: 'my_vote' } } },
}

test('what is hidden is said to be in each place, and is not missing there', () => {
  const page = draw(HIDDEN)
  expect(page.match(/Hidden until you vote/g)).toHaveLength(2)
  expect(page).toContain('Colleagues’ votes are hidden until you vote')
  expect(page).toContain('Notes of colleagues are hidden until you vote')
  for (const missing of ['has written no summary', 'has given no scores', 'No notes yet', 'No colleague has voted'])
    expect(page).not.toContain(missing)
})

test('who may have what is hidden shown is offered it, where what colleagues think is all that is hidden too', () => {
  const offers = (over: typeof HIDDEN, role: Room['role']) =>
    draw({ ...over, room: { ...over.room, role } }).includes('Show now')
  const { room = {} } = HIDDEN
  for (const hidden of [HIDDEN, { room }]) {
    expect(ROLES.map((role) => offers(hidden, role))).toEqual([true, true, false])
  }
  expect(offers({}, 'admin')).toBe(false)
})

test('where votes are closed what is hidden says so, and asks for no vote', () => {
  const invalid = {
    cause: 'technical_failure' as const,
    by: { id: 'ada', email: 'ada@example.com', name: null },
  }
  const page = draw({ ...HIDDEN, interview: { ...HIDDEN.interview, invalid } })
  expect(page.match(/Hidden from you\. Votes are closed, since this interview is marked invalid/g)).toHaveLength(2)
  expect(page).toContain('Colleagues’ votes are hidden from you')
  expect(page).toContain('Notes of colleagues are hidden from you')
  for (const asking of ['until you vote', 'ress 1–4']) expect(page).not.toContain(asking)
})

test('an interview that was not taken has nothing to vote on', () => {
  expect(draw({})).toContain('Strong no hire')
  expect(draw({ interview: { state: 'not_taken', duration: null } })).not.toContain('Strong no hire')
})

const PARTS = {
  'Who this is': 'Grace Hopper',
  'The transcript': 'Second words',
  'The summary': 'What the summary says',
  'The scores': 'of 5, the mean',
  'This question': 'What was asked?',
  'What the scores rest on': 'Longest answer',
}

/** What goes with the part that it stands in. */
const WITHIN: Record<string, string[]> = { 'The scores': ['What the scores rest on'] }

const BROKEN: [keyof typeof PARTS, Parameters<typeof draw>[0]][] = [
  ['Who this is', { interview: { flow: null as never } }],
  ['The transcript', { interview: { questions: UNREADABLE } }],
  ['The summary', { interview: { summary: UNREADABLE } }],
  ['The scores', { interview: { assessment: UNREADABLE } }],
  [
    'This question',
    { room: { findings: { answers: [{ ...ANSWER, seconds: UNREADABLE }], evidence: EVIDENCE, corrections: [] } } },
  ],
  ['What the scores rest on', { room: { findings: { answers: [ANSWER], evidence: UNREADABLE, corrections: [] } } }],
]

test('all that is in a room is drawn on the server', () => {
  const page = draw({})
  for (const content of Object.values(PARTS)) expect(page).toContain(content)
  expect(page).not.toContain('could not be drawn')
  expect(reported).not.toHaveBeenCalled()
})

test.each(BROKEN)(
  '“%s” that cannot be drawn on the server is a sentence there, and costs nothing else',
  (name, how) => {
    const page = draw(how)
    expect(page.match(/[^>]+ could not be drawn/g)).toEqual([`${name} could not be drawn`])
    expect(reported).toHaveBeenCalledOnce()
    const others = Object.entries(PARTS).filter(([other]) => other !== name && !WITHIN[name]?.includes(other))
    for (const [, content] of others) expect(page).toContain(content)
  },
)

test('a segment that cannot be drawn is a sentence in its place, and the others are drawn', () => {
  const segments = SEGMENTS.with(1, { ...SEGMENTS[1], text: UNREADABLE } as Segment)
  const page = draw({ interview: { segments, summary: null } })
  expect(page.match(/data-segment="\d"/g)).toHaveLength(3)
  expect(page.match(/[^>]+ could not be drawn/g)).toEqual(['What is said here could not be drawn'])
  expect(page).toContain('First words')
  expect(page).toContain('Third words')
  expect(page).not.toContain('The transcript could not be drawn')
})
