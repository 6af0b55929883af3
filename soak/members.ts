import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Random } from '../sandbox/synthetic/random'
import type { Caller } from './caller'
import type { Ledger } from './ledger'

const BETWEEN_MS = [50, 400] as const
const LISTED = 50

const list = z.object({
  items: z.array(
    z.object({ id: z.string(), duration: z.number().nullable(), hasAudio: z.boolean(), hasVideo: z.boolean() }),
  ),
})
const interview = z.object({ segments: z.array(z.object({ text: z.string() })) })

const spans = z.array(z.object({ start: z.number(), end: z.number() }))

type World = { email: string; caller: Caller; ledger: Ledger; random: Random }
type Listed = z.infer<typeof list>['items'][number]

/**
 * One member at work until the signal: reads, writes notes, corrects, hears. What was not answered is sent again later, and some
 * of what was, too.
 */
export async function workAsMember(world: World, stopped: AbortSignal): Promise<void> {
  let listed: Listed[] = []
  for (let turn = 0; !stopped.aborted; turn++) {
    if (turn % 10 === 0 || listed.length === 0) listed = await readList(world, listed)
    if (listed.length > 0) await doSomething(world, world.random.pick(listed))
    await pause(world.random.whole(...BETWEEN_MS), undefined, { signal: stopped }).catch(() => {})
  }
}

async function readList({ caller }: World, before: Listed[]): Promise<Listed[]> {
  const answer = await caller.ask({ path: `/api/interviews?limit=${LISTED}` })
  return answer?.status === 200 ? list.parse(answer.value).items : before
}

async function doSomething(world: World, listed: Listed) {
  const turn = world.random.next()
  if (turn < 0.35) return writeNote(world, listed.id)
  if (turn < 0.55) return sendAgain(world)
  if (turn < 0.6) return changeColleaguesNote(world)
  if (turn < 0.75) return correct(world, listed.id)
  if (turn < 0.9) return hear(world, listed)
  await world.caller.ask({ path: `/api/interviews/${listed.id}/notes` })
}

async function writeNote(world: World, interviewId: string) {
  const id = crypto.randomUUID()
  const note = { id, interviewId, email: world.email, text: `What I heard, ${id}`, isAcknowledged: false }
  world.ledger.notes.push(note)
  await sendNote(world, note)
}

type Note = Ledger['notes'][number]

async function sendNote({ caller }: World, note: Note, expected = [200]) {
  const body = { parentId: null, body: note.text, at: null, quote: null }
  const path = `/api/interviews/${note.interviewId}/notes/${note.id}`
  const answer = await caller.ask({ method: 'PUT', path, body, expected })
  note.isAcknowledged ||= answer?.status === 200
}

/** As a browser does that has not heard of it, or whose answer was lost. */
async function sendAgain(world: World) {
  const mine = world.ledger.notes.filter(({ email }) => email === world.email)
  const waiting = mine.filter(({ isAcknowledged }) => !isAcknowledged)
  const note = waiting[0] ?? (mine.length > 0 ? world.random.pick(mine) : undefined)
  if (note) await sendNote(world, note)
}

async function changeColleaguesNote(world: World) {
  const theirs = world.ledger.notes.filter(({ email, isAcknowledged }) => isAcknowledged && email !== world.email)
  if (theirs.length > 0) await sendNote(world, { ...world.random.pick(theirs), text: 'Not what they wrote' }, [403])
}

/** Each segment is corrected once, so that no correction takes the place of another. */
async function correct(world: World, interviewId: string) {
  const answer = await world.caller.ask({ path: `/api/interviews/${interviewId}` })
  if (answer?.status !== 200) return
  const { segments } = interview.parse(answer.value)
  const free = segments.flatMap(({ text }, segment) => {
    const word = /\p{L}{3,}/u.exec(text)
    return word && !world.ledger.corrected.has(`${interviewId} ${segment}`)
      ? [{ segment, from: word.index, original: word[0] }]
      : []
  })
  if (free.length === 0) return
  const { segment, from, original } = world.random.pick(free)
  world.ledger.corrected.add(`${interviewId} ${segment}`)
  const id = crypto.randomUUID()
  const correction = { id, interviewId, email: world.email, text: `${original} ${id}`, isAcknowledged: false }
  world.ledger.corrections.push(correction)
  const body = { segment, from, to: from + original.length, original, replacement: correction.text }
  const path = `/api/interviews/${interviewId}/corrections/${id}`
  correction.isAcknowledged = (await world.caller.ask({ method: 'PUT', path, body }))?.status === 200
}

/** Without a recording it can only be read. */
async function hear(world: World, { id: interviewId, duration, hasAudio, hasVideo }: Listed) {
  if (duration === null || duration < 10) return
  const start = world.random.whole(0, Math.floor(duration) - 6)
  const span = { start, end: start + world.random.whole(1, 5) }
  const how = (hasAudio || hasVideo) && world.random.next() < 0.5 ? 'heard' : 'read'
  const path = `/api/interviews/${interviewId}/${how}`
  const answer = await world.caller.ask({ method: 'POST', path, body: { spans: [span] } })
  // Where Ribbon has taken the recording away meanwhile, nothing is heard.
  const kept = answer?.status === 200 ? spans.parse(answer.value) : []
  if (kept.some(({ start: from, end: to }) => from <= span.start && to >= span.end))
    world.ledger[how].push({ ...span, interviewId, email: world.email })
}
