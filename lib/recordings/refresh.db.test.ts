// Must hold 4 and 34.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { completedInterview } from '../ribbon/testing/replies'
import { givenServer, json } from '../ribbon/testing/stub-server'
import { MOST_A_MINUTE } from '../mirror/budget'
import { refreshRecordingUrl } from './refresh'
import { asId } from '../db/testing/interview'

const ribbon = await givenServer((request, response) => {
  const interview = completedInterview()
  const reply = { ...interview, interview_id: request.url?.split('/').at(-1) }
  reply.interview_data.audio_url = `https://cdn.example.com/${ribbon.requests.length}.wav`
  return json(reply)(request, response)
})
process.env.RIBBON_API_URL = ribbon.url

beforeEach(() => {
  ribbon.requests.length = 0
})
afterAll(() => ribbon[Symbol.asyncDispose]())

test('the address is the one that Ribbon names now', async () => {
  const viewer = await givenViewer({ teams: ['team-1'] })
  await expect(refreshRecordingUrl(viewer, asId('a'), 'audio')).resolves.toBe('https://cdn.example.com/1.wav')
  await expect(refreshRecordingUrl(viewer, asId('a'), 'video')).resolves.toBeNull()
})

test('many players that insist make us ask Ribbon once', async () => {
  const viewer = await givenViewer()
  const refresh = () => refreshRecordingUrl(viewer, asId('b'), 'audio')
  const addresses = await Promise.all([refresh(), refresh(), refresh()])
  expect([...addresses, await refresh()]).toEqual(Array(4).fill('https://cdn.example.com/1.wav'))
  expect(ribbon.requests).toHaveLength(1)
})

test('beyond what a reader may ask of Ribbon in a minute the recording is not answering', async () => {
  const viewer = await givenViewer()
  const refresh = (place: number) => refreshRecordingUrl(viewer, asId(`many_${place}`), 'audio')
  for (let place = 0; place < MOST_A_MINUTE.member; place++) await refresh(place)
  await expect(refresh(-1)).rejects.toMatchObject({ code: 'recording_unreachable' })
  expect(ribbon.requests).toHaveLength(MOST_A_MINUTE.member)
})

test('a stranger learns no address', async () => {
  const stranger = await givenViewer({ teams: ['another'] })
  await expect(refreshRecordingUrl(stranger, asId('c'), 'audio')).resolves.toBeNull()
})
