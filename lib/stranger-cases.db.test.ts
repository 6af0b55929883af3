// Must hold 4: whoever could see an interview and may not any more gets what does not exist, from every query and command on disk.
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PERMISSIONS, ROLES } from './auth/permissions'
import { asId } from './db/testing/interview'
import { keepRows } from './db/testing/keep-rows'
import { exportedBy, filesOf } from './testing/exported'
import { ASSIGNMENTS } from './testing/strangers/assignments'
import { ATTEMPTS } from './testing/strangers/attempts'
import { COMPARE } from './testing/strangers/compare'
import { CORRECTIONS } from './testing/strangers/corrections'
import { EXPORTS } from './testing/strangers/exports'
import { FLOWS } from './testing/strangers/flows'
import { INTERVIEW_LISTS } from './testing/strangers/interview-lists'
import { INTERVIEWS } from './testing/strangers/interviews'
import { LISTENING } from './testing/strangers/listening'
import { NOTES } from './testing/strangers/notes'
import { QUEUE } from './testing/strangers/queue'
import { givenScene, type Scene } from './testing/strangers/scene'
import { STATUS } from './testing/strangers/status'
import { outcomeOf, type StrangerCases } from './testing/strangers/stranger-case'
import { VALIDITY } from './testing/strangers/validity'
import { VOTES } from './testing/strangers/votes'
import { WAYS } from './testing/strangers/ways'

// How long it is waited between two tries is the transport's own test.
vi.mock('./ribbon/clock', async () => {
  const { givenClock } = await import('./ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

const NOUNS: StrangerCases[] = [
  ...[ASSIGNMENTS, ATTEMPTS, COMPARE, CORRECTIONS, EXPORTS, FLOWS, INTERVIEW_LISTS, INTERVIEWS, LISTENING, NOTES],
  ...[QUEUE, STATUS, VALIDITY, VOTES],
]
const aboutOne = NOUNS.flatMap((noun) => Object.entries(noun.aboutOne ?? {}))
const ofAll = NOUNS.flatMap((noun) => Object.entries(noun.ofAll ?? {}))

/** It asks Ribbon, and tells nobody anything. */
const WITHOUT_ANSWER = ['fetchMissingInterview']
/** What says nothing of any interview. */
const OF_NONE = [
  ...['findFreshness', 'markHere', 'listSessions', 'findPreferences', 'findOwnWays', 'renameAccount', 'setPreferences'],
  ...['changePassword', 'endOtherSessions', 'endOwnSession', 'recordViewing', 'recordPlaying', 'recordSearch'],
  'recordLoadingAhead',
  ...['listPasskeys', 'beginPasskey', 'addPasskey', 'renamePasskey', 'removePasskey'],
]
/** Known by its signature alone: lib/webhooks/sender.db.test.ts. */
const BY_SIGNATURE = ['acceptWebhook']

beforeEach(() => {
  vi.stubEnv('RIBBON_API_URL', 'http://127.0.0.1:9/be-api')
})
/** Says something of other interviews than the one that is lost. */
const OF_OTHERS = ['listAttempts']

const files = filesOf('queries|commands')
const exported = exportedBy(files)
const named = [...aboutOne, ...ofAll].map(([name]) => name).concat(OF_NONE, BY_SIGNATURE)

test('every query and command on disk has its case, but those that not every role may ask', () => {
  const without = exported.filter(({ name, first }) => !named.includes(name) && !isRestricted(first))
  expect(without.map(({ name, file }) => `${name} of ${file} has no case in lib/testing/strangers`)).toEqual([])
})

test('no case is of a query or command that is gone, and none has two', () => {
  const known = new Set(exported.map(({ name }) => name))
  expect(named.filter((name, at) => !known.has(name) || named.indexOf(name) !== at)).toEqual([])
})

test('every permission that is asked for is a line of the matrix', () => {
  const asked = exported.flatMap(({ name, first }) => permissionsIn(first).map((permission) => ({ name, permission })))
  const unknown = asked.filter(({ permission }) => !(permission in PERMISSIONS))
  expect(unknown.map(({ name, permission }) => `${name} asks for ${permission}, which no line grants`)).toEqual([])
})

test('each is exported in a form that is read here: a function, or of queries one that is cached', () => {
  const others = files.filter((file) => {
    const found = Array.from(readFileSync(file, 'utf8').matchAll(/^export (?!type |async function |function )(.*)/gm))
    const isCached = (text = '') => file.endsWith('queries.ts') && /^const \w+ = cache\(async \(/.test(text)
    return found.some(([, rest]) => !isCached(rest))
  })
  expect(others).toEqual([])
})

test('every folder that has them has tests against a database', () => {
  const folders = [...new Set(exported.map(({ folder }) => folder))]
  expect(folders.filter((folder) => !readdirSync(folder).some((name) => name.endsWith('.db.test.ts')))).toEqual([])
})

test('each asks first who reads or acts, and never by an id alone', () => {
  const actor = /^_?\w+: (?:(?:Reader|Viewer|May<'[\w.]+'>|Operator|Actor|System)(?: \| )?)+$/
  const others = exported.filter(({ first, name }) => !actor.test(first) && !BY_SIGNATURE.includes(name))
  expect(others).toEqual([])
})

describe.each(Object.entries(WAYS))('to a member %s', (_, way) => {
  let scene: Scene
  let beginAnew: () => Promise<void>
  beforeAll(async () => {
    scene = await givenScene(way.given)
    beginAnew = await keepRows()
  })
  beforeEach(() => beginAnew())

  test.each(aboutOne)('%s says of what they have lost what it says of what is not', async (name, ask) => {
    const lost = await way.lose(scene)
    const missing = await outcomeOf(ask(lost, asId(crypto.randomUUID()), scene))
    expect(await outcomeOf(ask(lost, scene.interview.id, scene))).toEqual(missing)
    if (WITHOUT_ANSWER.includes(name)) return
    expect(await outcomeOf(ask(await way.regain(scene), scene.interview.id, scene))).not.toEqual(missing)
  })

  test.each(way.losesAll ? ofAll : [])('%s tells nothing of what they have lost', async (name, { ask, nothing }) => {
    expect(await ask(await way.lose(scene), scene)).toEqual(nothing)
    const regained = await way.regain(scene)
    if (regained.scope !== 'all' && regained.scope.interviews.length > 0 && OF_OTHERS.includes(name)) return
    expect(await ask(regained, scene)).not.toEqual(nothing)
  })
})

function permissionsIn(first: string): string[] {
  return Array.from(first.matchAll(/May<'([\w.]+)'>/g), ([, permission = '']) => permission)
}

/** Whoever loses the role is refused before it is called: app/permissions.db.test.ts. */
function isRestricted(first: string): boolean {
  const granted: Record<string, readonly unknown[]> = PERMISSIONS
  return permissionsIn(first).some((permission) => (granted[permission] ?? ROLES).length < ROLES.length)
}
