// Must hold 30 and 32: whatever happens to a recording on its way, a player learns of it, the mirror loses nothing, and it ends by itself.
import { like } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '../db/client'
import { interviews, recordings } from '../db/schema/interviews'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { DebriefError } from '../errors'
import { log } from '../log'
import { pullNow } from '../mirror/testing/pull-now'
import { createRules } from './rules'
import { findSource } from './find-source'
import { serveRecording } from './serve'
import { asId } from '../db/testing/interview'
import { givenRibbon } from '../ribbon/testing/given-ribbon'

log.level = 'silent'

const { control, url: ribbonUrl } = givenRibbon({ samples: 'all' })

beforeAll(async () => {
  expect(await pullNow()).toBe('pulled')
})
beforeEach(() => control('DELETE', '/faults'))

/** What a player gets: the bytes, or why there are none. */
async function play(range = 'bytes=0-'): Promise<number | string> {
  const viewer = whoMay(await givenViewer(), 'recording.play')
  const [recording] = await db().select().from(recordings).where(like(recordings.url, '%.wav')).limit(1)
  const id = recording?.interviewId ?? ''
  const source = await findSource(viewer, asId(id), 'audio')
  if (!source) throw new Error('there is no recording')
  const rules = createRules([new URL(ribbonUrl()).host])
  try {
    const response = await serveRecording(
      new Request('http://localhost/recording', { headers: { range } }),
      source,
      rules,
    )
    return (await response.arrayBuffer()).byteLength
  } catch (error) {
    return error instanceof DebriefError ? error.code : 'the stream broke'
  }
}

test.each([
  [{ kind: 'status', status: 404 }, 'recording_gone'],
  [{ kind: 'status', status: 500 }, 'recording_unreachable'],
  [{ kind: 'rate_limit', retryAfter: 1 }, 'recording_unreachable'],
  [{ kind: 'reset' }, 'recording_unreachable'],
  [{ kind: 'truncate' }, 'the stream broke'],
  [{ kind: 'wrong_schema' }, 'recording_refused'],
  [{ kind: 'content_type' }, 'recording_refused'],
  [{ kind: 'redirect', location: 'http://127.0.0.1:1/' }, 'recording_refused'],
])('%j: the player learns %s, and hears it all once it is over', async (fault, outcome) => {
  const whole = await play()
  expect(whole).toBeGreaterThan(10_000)
  const before = await db().select().from(interviews).orderBy(interviews.id)
  await control('POST', '/faults', { route: '/recordings', fault })

  expect(await play()).toBe(outcome)
  expect(await db().select().from(interviews).orderBy(interviews.id)).toEqual(before)

  await control('DELETE', '/faults')
  expect(await play()).toBe(whole)
})

test.each([
  { kind: 'latency', ms: 50 },
  { kind: 'drip', ms: 1 },
])('a slow recording is waited for: $kind', async (fault) => {
  await control('POST', '/faults', { route: '/recordings', fault, times: 1 })
  expect(await play('bytes=5000-5999')).toBe(1000)
})
