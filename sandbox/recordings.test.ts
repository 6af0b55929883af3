import { expect, test } from 'vitest'
import { readSamples } from './samples'
import { givenSandbox } from './testing/client'
import type { Interview } from './wire'

const { ask, control, url } = await givenSandbox({ interviews: 10 })

async function addresses() {
  const { interviews } = await ask<{ interviews: Interview[] }>('/v1/interviews?limit=500', 'interviews')
  return interviews
    .flatMap(({ interview_data: data }) => [data?.audio_url, data?.video_url])
    .filter((url) => url != null)
}

const all = await addresses()
const sample = all.find((address) => address.endsWith('.mp3')) ?? ''
const tone = all.find((address) => address.includes('/synthetic/')) ?? ''

async function bytes(response: Response) {
  return Buffer.from(await response.arrayBuffer())
}

test('every recording named in the list answers without a key, as audio or video', async () => {
  for (const address of all) {
    const response = await fetch(address, { method: 'HEAD' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^(audio\/(mpeg|wav)|video\/(webm|mp4))$/),
    ])
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000)
  }
})

test.each([
  ['a sample', sample],
  ['a synthetic recording', tone],
])('%s gives exactly the bytes asked for', async (_, address) => {
  const whole = await bytes(await fetch(address))
  for (const [first, last] of [
    [0, 0],
    [0, 43],
    [40, 50],
    [1_000, 70_000],
    [whole.length - 7, whole.length - 1],
  ] as const) {
    const response = await fetch(address, { headers: { range: `bytes=${first}-${last}` } })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${whole.length}`)
    expect((await bytes(response)).equals(whole.subarray(first, last + 1))).toBe(true)
  }
  const beyond = await fetch(address, { headers: { range: `bytes=${whole.length}-` } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
})

test('a range holds only for the recording that If-Range names', async () => {
  const head = await fetch(sample, { method: 'HEAD' })
  const ask = async (condition: string) =>
    (await fetch(sample, { headers: { range: 'bytes=0-9', 'if-range': condition } })).status
  expect(await ask(head.headers.get('etag') ?? '')).toBe(206)
  expect(await ask(head.headers.get('last-modified') ?? '')).toBe(206)
  expect(await ask('"other"')).toBe(200)
})

test('a synthetic recording is a WAV as long as its interview', async () => {
  const id = tone.split('/').at(-1)?.replace('.wav', '')
  const interview = await ask<Interview>(`/v1/interviews/${id}`, 'interview')
  const segments = interview.interview_data?.transcript_with_timestamp ?? []
  const seconds = Math.max(...segments.flatMap(({ words }) => words.map(({ end }) => end)))
  const header = await bytes(await fetch(tone, { headers: { range: 'bytes=0-43' } }))
  expect(header.toString('latin1', 0, 4)).toBe('RIFF')
  expect(header.readUInt32LE(40) / header.readUInt32LE(28)).toBeCloseTo(seconds, 3)
})

test.each([
  'no-such.mp3',
  '..%2fflows.json',
  '%2e%2e%2fteams.json',
  `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.mp3`,
])('there is no recording %s', async (name) => {
  await ask(`/recordings/${name}`, 'error', { status: 404 })
  await ask(`/recordings/synthetic/${name}`, 'error', { status: 404 })
})

test('an interview without a recording has no synthetic one either', async () => {
  const untaken = readSamples().interviews.find(({ interview_data }) => interview_data === null)
  expect((await fetch(`${url}/recordings/synthetic/${untaken?.interview_id}.wav`)).status).toBe(404)
})

test('a client that hangs up is noted', async () => {
  await control('/requests', { method: 'DELETE' })
  await control('/faults', { method: 'POST', body: { route: '/recordings', fault: { kind: 'drip', ms: 5 } } })
  const response = await fetch(sample)
  await response.body?.cancel()
  await expect
    .poll(async () => (await control<{ requests: { aborted: boolean }[] }>('/requests')).requests)
    .toMatchObject([{ method: 'GET', authorized: false, aborted: true }])
  await control('/faults', { method: 'DELETE' })
})
