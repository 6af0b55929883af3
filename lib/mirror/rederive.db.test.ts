import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { operator } from '../auth/operator'
import { db } from '../db/client'
import { recordings } from '../db/schema/interviews'
import { arrives } from '../db/testing/interview'
import { ribbonInterviewWith } from '../interviews/testing/values'
import { compactWords } from '../transcript/words'
import { ribbonInterview, type RibbonInterview } from '../ribbon/interview'
import { rederive } from './rederive'
import { stored } from './testing/stored'

const again = (reshape: (reply: unknown) => RibbonInterview | null) => rederive(operator(), () => {}, reshape)

test('better rules are applied to what Ribbon once said, without asking it, and only where they change something', async () => {
  const [first, second] = [ribbonInterviewWith(), ribbonInterviewWith()]
  await arrives(first, { as: 'first' })
  await arrives(second, { as: 'second' })
  const before = await stored(second.id)
  const reshape = (reply: unknown) =>
    (reply as { as: string }).as === 'first'
      ? { ...first, summary: null, segments: [], state: 'processing' as const }
      : second

  expect(await again(reshape)).toEqual({ read: 2, changed: 1, unreadable: 0 })
  expect(await stored(first.id)).toMatchObject({ interviews: { state: 'processing' }, transcripts: { summary: null } })
  expect(await stored(second.id)).toEqual(before)
  expect(await db().select().from(recordings).where(eq(recordings.interviewId, first.id))).toHaveLength(1)

  expect(await again(reshape)).toEqual({ read: 2, changed: 0, unreadable: 0 })
})

test('a reply that can no longer be read leaves its interview as it was', async () => {
  const interview = ribbonInterviewWith()
  await arrives(interview, { as: 'third' })
  const before = await stored(interview.id)
  expect(await again(() => null)).toMatchObject({ changed: 0 })
  expect(await stored(interview.id)).toEqual(before)
})

test('a reply that lost something does not take the place of the one that was complete', async () => {
  const interview = ribbonInterviewWith()
  await arrives(interview, { complete: true })
  await arrives({ ...interview, segments: [], words: [], duration: null }, { complete: false })
  const replies: unknown[] = []
  await again((reply) => {
    replies.push(reply)
    return null
  })
  expect(replies).toContainEqual({ complete: true })
  expect(replies).not.toContainEqual({ complete: false })
})

test('better rules leave an interview where a newer reply has moved it, whatever that reply had lost', async () => {
  const whole = ribbonInterviewWith({ flowId: 'flow_1' })
  await arrives(whole, { as: 'moved' })
  await arrives({ ...whole, segments: [], words: [], duration: null, flowId: 'flow_2', teamId: 'team_b' })
  await again((reply) => ((reply as { as?: string }).as === 'moved' ? { ...whole, summary: 'Read better.' } : null))
  expect(await stored(whole.id)).toMatchObject({
    interviews: { flowId: 'flow_2', teamId: 'team_b' },
    transcripts: { summary: 'Read better.', segments: whole.segments },
  })
})

test('what was stored with line ends that no page has is mended when its reply is read again, and when it comes again', async () => {
  const words = [
    { word: 'One\r\n', start: 0, end: 1 },
    { word: 'two', start: 1, end: 2 },
  ]
  const interview_data = { transcript_with_timestamp: [{ role: 'user', content: 'One\r\ntwo', words }] }
  for (const mend of [rederiveAll, arrives]) {
    const reply = { interview_id: crypto.randomUUID(), status: 'completed', interview_data }
    const today = ribbonInterview.parse(reply)
    const formerly = {
      segments: today.segments.map((segment) => ({ ...segment, text: 'One\r\ntwo' })),
      words: compactWords([
        [
          { from: 0, to: 3, start: 0, end: 1 },
          { from: 5, to: 8, start: 1, end: 2 },
        ],
      ]),
    }
    await arrives({ ...today, ...formerly }, reply)
    expect(await stored(today.id)).toMatchObject({ transcripts: formerly })
    await mend(today, reply)
    expect((await stored(today.id))?.transcripts).toMatchObject({ segments: today.segments, words: today.words })
  }
  expect(ribbonInterview.parse({ interview_id: 'one', interview_data }).segments[0]?.text).toBe('One\ntwo')
})

async function rederiveAll() {
  await rederive(operator(), () => {})
}
