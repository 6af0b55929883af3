import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const SAMPLES = new URL('../samples/', import.meta.url)
const EVENING = new URL('evening/', SAMPLES)
const MEGABYTE = 1024 * 1024
const MARKDOWN = /^#|^- /m

const word = z.object({ word: z.string(), start: z.number(), end: z.number() })
const segment = z.object({ content: z.string(), role: z.enum(['agent', 'user']), words: z.array(word).min(1) })
const mapped = z.object({
  script_question: z.string(),
  transcript_item_indices: z.array(z.int()).min(1),
  start_timestamp: z.number(),
  end_timestamp: z.number(),
  transcript_items: z.array(z.object({ content: z.string(), role: z.string() })),
})
const data = z.strictObject({
  transcript: z.string(),
  transcript_with_timestamp: z.array(segment),
  questions_to_transcript_mapping: z.array(mapped),
  audio_url: z.string().nullable(),
  video_url: z.string().nullable(),
  summary: z.string().nullish(),
  scores: z.record(z.string(), z.int().min(1).max(5).nullable()).nullish(),
  interviewee_email_address: z.string().nullish(),
  interviewee_first_name: z.string().nullish(),
  interviewee_last_name: z.string().nullish(),
})
const interview = z.strictObject({
  interview_flow_id: z.string(),
  interview_id: z.guid(),
  team_id: z.string().optional(),
  status: z.enum(['completed', 'incomplete']),
  interview_data: data.nullable(),
})

const flow = z.looseObject({
  interview_flow_id: z.string(),
  team_id: z.string(),
  questions: z.array(z.string()).min(1),
})
const teams = read(
  new URL('teams.json', SAMPLES),
  z.array(z.object({ id: z.guid(), name: z.string(), created_at: z.iso.datetime() })),
)
const members = read(
  new URL('team-members.json', SAMPLES),
  z.array(z.object({ id: z.guid(), team_ids: z.array(z.string()).min(1) })),
)
const samples = readCollection(SAMPLES)
const evening = readCollection(EVENING)
const { flows, interviews, taken } = samples
const everyFlow = [...flows, ...evening.flows]
const everyTaken = [...taken, ...evening.taken].map((sample) => [sample.interview_id, sample] as const)

type Taken = (typeof taken)[number]

function readCollection(folder: URL) {
  const found = list(folder, 'interviews').map((name) => read(new URL(`interviews/${name}`, folder), interview))
  return {
    flows: read(new URL('flows.json', folder), z.array(flow)),
    interviews: found,
    taken: found.flatMap(({ interview_data, ...envelope }) =>
      interview_data ? [{ ...envelope, ...interview_data }] : [],
    ),
    recordings: list(folder, 'recordings').map((name) => ({
      name,
      bytes: statSync(new URL(`recordings/${name}`, folder)).size,
    })),
  }
}

function read<T>(file: URL, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function list(folder: URL, name: string): string[] {
  return readdirSync(fileURLToPath(new URL(name, folder)))
}

/** Each segment with the one before it. */
function neighbours({ transcript_with_timestamp: segments }: Taken) {
  return segments.slice(1).map((segment, index) => ({ before: spanOf(segments[index]), after: spanOf(segment) }))
}

function spanOf(spoken: z.infer<typeof segment> | undefined) {
  return { start: spoken?.words[0]?.start ?? NaN, end: spoken?.words.at(-1)?.end ?? NaN }
}

function gapIn({ questions_to_transcript_mapping: questions }: Taken): boolean {
  return questions.some(({ transcript_item_indices: indices }) =>
    indices.some((at, k) => k > 0 && at !== (indices[k - 1] ?? 0) + 1),
  )
}

test.each(everyTaken)('%s joins its words to its transcript', (_, sample) => {
  const segments = sample.transcript_with_timestamp
  for (const { content, words } of segments) expect(words.map(({ word }) => word).join('')).toBe(content)

  const lines = segments.map(({ role, content }) => `${role === 'agent' ? 'Agent' : 'User'}: ${content}\n`)
  expect(sample.transcript).toBe(lines.join(''))
})

test.each(everyTaken)('%s times its words in the order they are spoken', (_, sample) => {
  for (const { words } of sample.transcript_with_timestamp) {
    const times = words.flatMap(({ start, end }) => [start, end])
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(0)
  }
})

test.each(everyTaken)('%s maps its questions to segments that exist', (_, sample) => {
  const segments = sample.transcript_with_timestamp
  const script = everyFlow.find(({ interview_flow_id }) => interview_flow_id === sample.interview_flow_id)?.questions

  for (const question of sample.questions_to_transcript_mapping) {
    const items = question.transcript_item_indices.map((at) => segments[at])
    expect(question.transcript_items).toEqual(items.map((item) => ({ content: item?.content, role: item?.role })))
    expect(question.start_timestamp).toBe(spanOf(items[0]).start)
    expect(question.end_timestamp).toBe(spanOf(items.at(-1)).end)
    expect(script ?? [question.script_question]).toContain(question.script_question)
  }
})

test.each([
  ['samples', samples, 12 * MEGABYTE],
  ['evening', evening, 5 * MEGABYTE],
] as const)(
  'every recording that an interview of the %s names is there, and no other, and together they are small',
  (_, collection, most) => {
    const { recordings } = collection
    const urls = collection.taken.flatMap(({ audio_url, video_url }) => [audio_url, video_url])
    const named = urls.filter((url) => url !== null).map((url) => url.replace('{origin}/recordings/', ''))
    expect(recordings.map(({ name }) => name).sort()).toEqual(named.sort())
    expect(recordings.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(most)
  },
)

test('every recording lasts one to four minutes', () => {
  const recorded = everyTaken.map(([, sample]) => sample).filter(({ audio_url }) => audio_url !== null)
  for (const { transcript_with_timestamp: segments } of recorded) {
    const seconds = Math.max(...segments.map((segment) => spanOf(segment).end))
    expect(seconds).toSatisfy((length: number) => length >= 60 && length <= 240)
  }
})

test('the evening is twelve finished interviews of one flow, all but one recorded, and none of the samples', () => {
  expect(evening.flows).toHaveLength(1)
  expect(evening.interviews).toHaveLength(12)
  expect(evening.taken).toHaveLength(12)
  for (const { status, interview_flow_id: id } of evening.interviews)
    expect([status, id]).toEqual(['completed', evening.flows[0]?.interview_flow_id])
  expect(evening.taken.filter(({ audio_url }) => audio_url !== null)).toHaveLength(11)
  expect(evening.taken.every(({ summary, scores }) => Boolean(summary) && Boolean(scores))).toBe(true)

  const ids = everyTaken.map(([id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(flows.map(({ interview_flow_id: id }) => id)).not.toContain(evening.flows[0]?.interview_flow_id)
})

test('there is enough to review', () => {
  expect(interviews.length).toBeGreaterThanOrEqual(36)
  expect(taken.filter(({ audio_url }) => audio_url !== null).length).toBeGreaterThanOrEqual(12)
  expect(taken.filter(({ video_url }) => video_url !== null).length).toBeGreaterThanOrEqual(2)
  expect(flows.length).toBeGreaterThanOrEqual(5)
  expect(teams).toHaveLength(2)
})

test('flows, members and interviews belong to teams that exist', () => {
  const known = teams.map(({ id }) => id)
  const named = [...everyFlow, ...interviews, ...evening.interviews].flatMap(({ team_id }) => team_id ?? [])
  for (const id of [...named, ...members.flatMap(({ team_ids }) => team_ids)]) expect(known).toContain(id)
})

const QUIRKS: Record<string, (sample: Taken) => boolean> = {
  'overlapping segments': (sample) => neighbours(sample).some(({ before, after }) => after.start < before.end),
  'a segment that starts before the one above it': (sample) =>
    neighbours(sample).some(({ before, after }) => after.start < before.start),
  'the same speaker twice in a row': ({ transcript_with_timestamp: segments }) =>
    segments.some(({ role }, at) => role === segments[at - 1]?.role),
  'data while still processing': ({ status, questions_to_transcript_mapping: questions }) =>
    status === 'incomplete' && questions.length === 0,
  'completed with an empty transcript': ({ status, transcript }) => status === 'completed' && transcript === '',
  'completed with an empty mapping': ({ status, transcript, questions_to_transcript_mapping: questions }) =>
    status === 'completed' && transcript !== '' && questions.length === 0,
  'a mapping with fewer questions than the script': ({
    interview_flow_id: id,
    questions_to_transcript_mapping: questions,
  }) =>
    questions.length > 0 &&
    questions.length < (flows.find(({ interview_flow_id }) => interview_flow_id === id)?.questions.length ?? 0),
  'a question whose segments are not consecutive': gapIn,
  'no scores at all': ({ scores }) => scores === null,
  'a single score missing': ({ scores }) =>
    Object.values(scores ?? {}).some((score) => score === null) &&
    Object.values(scores ?? {}).some((score) => score !== null),
  'no email': ({ interviewee_email_address: email }) => email === null,
  'keys that older versions of the API did not have': (sample) =>
    !('summary' in sample || 'scores' in sample || 'interviewee_email_address' in sample || 'team_id' in sample),
  'a summary in Markdown': ({ summary }) => MARKDOWN.test(summary ?? ''),
  'a plain summary': ({ summary }) => Boolean(summary) && !MARKDOWN.test(summary ?? ''),
  'a summary with hostile HTML': ({ summary }) => /<script|onerror=|javascript:/i.test(summary ?? ''),
  'a completed interview without its recording': ({ status, transcript, audio_url }) =>
    status === 'completed' && transcript !== '' && audio_url === null,
  'a very long name': ({ interviewee_first_name: first, interviewee_last_name: last }) =>
    `${first} ${last}`.length > 60,
  'spaces in front of the words': ({ transcript_with_timestamp: segments }) =>
    segments.some(({ words }) => words[1]?.word.startsWith(' ')),
  'a flow that is gone': ({ interview_flow_id: id }) =>
    !flows.some(({ interview_flow_id }) => interview_flow_id === id),
  'a recording in WAV': ({ audio_url }) => Boolean(audio_url?.endsWith('.wav')),
}

test.each(Object.entries(QUIRKS))('the samples show %s', (_, shows) => {
  expect(taken.some(shows)).toBe(true)
})

test('the samples show an interview that was not taken', () => {
  expect(interviews.some(({ interview_data }) => interview_data === null)).toBe(true)
})
