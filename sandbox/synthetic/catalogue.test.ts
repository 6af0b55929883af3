import { expect, test } from 'vitest'
import { complaints } from '../testing/client'
import type { Interview } from '../wire'
import { SyntheticInterviews } from './catalogue'
import { syntheticHouse } from './house'
import { syntheticIndex } from './synthetic-id'

const { flows } = syntheticHouse()
const COUNT = 150
const catalogue = new SyntheticInterviews({ count: COUNT, seed: 1, flows })
const all = catalogue.headings().flatMap(({ id }) => catalogue.find(id) ?? [])
const taken = all.flatMap(({ interview_data: data }) => (data?.transcript ? [data] : []))

function wordCount({ interview_data: data }: Interview) {
  return data?.transcript_with_timestamp.flatMap(({ words }) => words).length ?? 0
}

test('every synthetic interview has the shape that Ribbon sends', () => {
  for (const interview of all) expect(complaints('interview', interview)).toBeNull()
})

test('seed and index alone decide an interview, however many there are', () => {
  const more = new SyntheticInterviews({ count: 10_000, seed: 1, flows })
  for (const interview of all.slice(0, 10)) expect(more.find(interview.interview_id)).toEqual(interview)
  const other = new SyntheticInterviews({ count: COUNT, seed: 2, flows })
  expect(other.find(all[0]?.interview_id ?? '')).toBeNull()
})

test('an id leads back to its index and no other id does', () => {
  const ids = new SyntheticInterviews({ count: 10_000, seed: 7, flows }).headings().map(({ id }) => id)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.map((id) => syntheticIndex(7, id))).toEqual(ids.map((_, index) => index))
  expect(syntheticIndex(7, all[0]?.interview_id ?? '')).toBeNull()
  expect(syntheticIndex(7, 'unknown')).toBeNull()
})

test('a heading says what the whole interview says', () => {
  expect(catalogue.headings()).toEqual(
    all.map(({ interview_id: id, status, team_id: teamId }) => ({ id, status, teamId })),
  )
})

test('interviews have 1,500 to 20,000 words, most of them few', () => {
  const counts = all.filter(({ interview_data: data }) => data?.transcript).map(wordCount)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1_500)
  expect(Math.max(...counts)).toBeLessThanOrEqual(20_000)
  expect(Math.max(...counts)).toBeGreaterThan(12_000)
  expect(counts.filter((count) => count < 5_000).length).toBeGreaterThan(counts.length / 2)
})

test('the words of a segment join to its content and its times run forward', () => {
  for (const { transcript_with_timestamp: segments } of taken) {
    for (const { words, content } of segments) {
      expect(words.map(({ word }) => word).join('')).toBe(content)
      expect(words.every(({ start, end }, at) => start < end && end <= (words[at + 1]?.start ?? Infinity))).toBe(true)
    }
  }
})

test('the mapping’s times and texts are those of the segments it names', () => {
  for (const { questions_to_transcript_mapping: mapping, transcript_with_timestamp: segments } of taken) {
    for (const entry of mapping) {
      const named = entry.transcript_item_indices.flatMap((index) => segments[index] ?? [])
      expect(entry.transcript_items).toEqual(named.map(({ content, role }) => ({ content, role })))
      expect(entry.start_timestamp).toBe(named[0]?.words[0]?.start)
      expect(entry.end_timestamp).toBe(named.at(-1)?.words.at(-1)?.end)
    }
  }
})

test('the states and gaps of real interviews occur', () => {
  const untaken = all.filter(({ interview_data: data }) => data === null)
  const processing = all.filter(({ status, interview_data: data }) => status === 'incomplete' && data)
  const lasting = taken.filter(({ questions_to_transcript_mapping: mapping }) => mapping.length > 0)
  expect(untaken.length).toBeGreaterThan(0)
  expect(processing.length).toBeGreaterThan(0)
  expect(lasting.some(({ scores }) => scores === null)).toBe(true)
  expect(lasting.some(({ interviewee_email_address: email }) => email === null)).toBe(true)
  expect(lasting.some(({ audio_url: url }) => url === null)).toBe(true)
})

test('speakers interrupt each other', () => {
  const overlapping = taken.filter(({ transcript_with_timestamp: segments }) =>
    segments.some(({ words }, at) => (words.at(-1)?.end ?? 0) > (segments[at + 1]?.words[0]?.start ?? Infinity)),
  )
  expect(overlapping.length).toBeGreaterThan(taken.length / 2)
})

test('some candidates have several interviews in one flow, and nobody who has not taken theirs has a name', () => {
  const emails = taken.flatMap(({ interviewee_email_address: email }) => email ?? [])
  const again = [...new Set(emails.filter((email, at) => emails.indexOf(email) < at))]
  expect(again.length).toBeGreaterThan(2)
  for (const email of again) {
    const flowIds = all.filter(({ interview_data: data }) => data?.interviewee_email_address === email)
    expect(new Set(flowIds.map(({ interview_flow_id: id }) => id)).size).toBe(1)
  }
  const untaken = all.filter(({ status, interview_data: data }) => status === 'incomplete' && data === null)
  for (const interview of untaken) expect(JSON.stringify(interview)).not.toMatch(/interviewee|@/)
})
