import { Client as Database } from 'pg'
import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, runMember, STOCKER } from './installation'
import type { Own, Target } from './outside-asks'

/** In whatever is written about what is outside, beside what is looked for. */
const TELLING = 'Quagga'
const SOUGHT = 'ocelot'
const NARROW = 'narrow@example.com'
const ELSEWHERE = 'elsewhere@example.com'
const OUTSIDER = { email: 'ottilie@outside.example', name: 'Ottilie Outside' }
const INVITED = 'invited@outside.example'

const row = z.object({
  id: z.string(),
  state: z.string(),
  hasAudio: z.boolean(),
  candidate: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  flow: z.object({ id: z.string().nullable(), title: z.string().nullable() }),
  team: z.object({ id: z.string().nullable(), name: z.string().nullable() }),
})
type Row = z.infer<typeof row>
type Whole = { id: string; name: string; email: string; flowId: string; teamId: string }

/** `secrets` is what no answer may tell them. */
export type Asker = { name: string; cookie: string; own: Own; secrets: string[] }

/** `told` is what an admin is told of what is outside; `never` what nobody is. */
export type OutsideWorld = {
  outside: Target
  missing: Target
  admin: Asker
  askers: Asker[]
  told: string[]
  never: string[]
}

/** An interview, its flow, its team and whatever there is about it, and members who see none of it. */
export async function givenOutside({ origin, env, key, sandbox, databaseUrl }: Installation): Promise<OutsideWorld> {
  const adminCookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  const admin = client(origin, adminCookie)
  const all = await admin.list()
  const wholes = all.flatMap((found) => wholeOf(found))
  const there = wholes.find(({ flowId }) => flowId === STOCKER)
  const here = wholes.find(({ teamId }) => teamId !== there?.teamId)
  if (!there || !here) throw new Error('the sandbox has no two teams')

  await runMember(['add', NARROW, '--role', 'reviewer', '--name', 'Nora Narrow', '--interview', here.id], env)
  await runMember(['add', ELSEWHERE, '--role', 'recruiter', '--name', 'Ella Elsewhere', '--team', here.teamId], env)
  await runMember(['add', OUTSIDER.email, '--role', 'recruiter', '--name', OUTSIDER.name, '--team', there.teamId], env)
  const outsider = client(origin, await signInOverHttp(origin, OUTSIDER.email, PASSWORD))
  const { target, sentence, token } = await writeAbout(there, { outsider, admin })
  const outside: Target = { ...target, passkeyId: await givenPasskey(databaseUrl, target.memberId) }

  const asker = async (email: string, name: string): Promise<Asker> => {
    const cookie = await signInOverHttp(origin, email, PASSWORD)
    const seen = await client(origin, cookie).list()
    const own = await ownOf(here, { by: client(origin, cookie), memberId: await admin.memberId(email) })
    const texts = [...textsOnlyIn(all, seen), OUTSIDER.email, OUTSIDER.name, INVITED, TELLING, sentence]
    return { name, cookie, own, secrets: [...texts, new URL(sandbox).host] }
  }
  const narrow = await asker(NARROW, 'a narrow reviewer')
  const elsewhere = await asker(ELSEWHERE, 'another team’s recruiter')
  const stranger = { ...elsewhere, name: 'a stranger', cookie: '', secrets: textsOnlyIn(all, []) }
  return {
    ...{ outside, missing: missingFor(outside), askers: [stranger, narrow, elsewhere] },
    admin: { ...elsewhere, name: 'an admin', cookie: adminCookie, secrets: [] },
    told: [there.name, there.email, OUTSIDER.email, OUTSIDER.name, INVITED, TELLING, sentence],
    never: [key, ...secretsIn(env), '$argon2', token, /session=([^;]+)/.exec(adminCookie)?.[1] ?? 'no session'],
  }
}

function secretsIn({ NEXTAUTH_SECRET, DATABASE_URL }: Record<string, string>): string[] {
  if (!NEXTAUTH_SECRET || !DATABASE_URL) throw new Error('the installation has no secrets')
  return [NEXTAUTH_SECRET, DATABASE_URL]
}

type Client = ReturnType<typeof client>

function client(origin: string, cookie: string) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, headers: { cookie, origin }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(origin + path, init)
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const list = async () => z.object({ items: z.array(row) }).parse(await ask('GET', '/api/interviews?limit=200')).items
  const memberId = async (email: string) => {
    const members = z.array(z.object({ id: z.string(), email: z.string() })).parse(await ask('GET', '/api/members'))
    return members.find((member) => member.email === email)?.id ?? ''
  }
  return { ask, list, memberId }
}

/** An outsider writes all that can be written about an interview, and an admin invites somebody to see it. */
async function writeAbout({ id, flowId, teamId }: Whole, { outsider, admin }: Record<'outsider' | 'admin', Client>) {
  const of = `/api/interviews/${id}`
  const { segments } = z
    .object({ segments: z.array(z.object({ text: z.string() })) })
    .parse(await outsider.ask('GET', of))
  const at = segments.findIndex(({ text }) => text.length > 60)
  const said = segments[at]?.text ?? ''
  const [noteId, correctionId] = [crypto.randomUUID(), crypto.randomUUID()]
  const body = `${TELLING} beside an ${SOUGHT}`
  await outsider.ask('PUT', `${of}/notes/${noteId}`, { parentId: null, body, at: null, quote: null })
  await outsider.ask('PUT', `${of}/corrections/${correctionId}`, {
    ...{ segment: at, from: 0, to: 5, original: said.slice(0, 5), replacement: TELLING },
  })
  await outsider.ask('PUT', `${of}/vote`, { vote: 'hire', reason: body })
  const status = z
    .object({ version: z.string() })
    .parse(await outsider.ask('PUT', `${of}/status`, { status: 'on_hold', reason: body }))
  await outsider.ask('POST', `${of}/asks`, { memberId: await admin.memberId(MEMBERS[0]), message: body })
  const { asked } = z
    .object({ asked: z.array(z.object({ id: z.string() })) })
    .parse(await outsider.ask('GET', `${of}/asks`))
  const questionKey = await firstQuestion(outsider, flowId)
  const anchors = { one: body, three: null, five: null, replaces: null }
  await outsider.ask('PUT', `/api/flows/${flowId}/questions/${questionKey}/anchors`, anchors)
  await outsider.ask('PUT', `/api/flows/${flowId}/decline-reasons`, { reasons: [body] })
  const sessions = z.array(z.object({ id: z.string() })).parse(await outsider.ask('GET', '/api/account/sessions'))
  const scope = { teams: [teamId] }
  const { invitations } = z
    .object({ invitations: z.array(z.object({ id: z.string(), link: z.string() })) })
    .parse(await admin.ask('POST', '/api/invitations', { emails: [INVITED], role: 'reviewer', scope }))
  const target: Omit<Target, 'passkeyId'> = {
    ...{ interviewId: id, flowId, teamId, questionKey, noteId, correctionId, seq: '1', word: SOUGHT },
    ...{ memberId: await admin.memberId(OUTSIDER.email), email: OUTSIDER.email },
    ...{ assignmentId: asked[0]?.id ?? '', statusVersion: status.version, newId: crypto.randomUUID() },
    ...{ invitationId: invitations[0]?.id ?? '', sessionId: sessions[0]?.id ?? '' },
  }
  const lacking = Object.entries(target).filter(([, value]) => value === '')
  if (lacking.length > 0) throw new Error(`there is no ${lacking.map(([name]) => name).join(', ')}`)
  return { target, sentence: said.slice(6, 50), token: invitations[0]?.link.split('/').at(-1) ?? '' }
}

/** One that nobody can sign with. */
async function givenPasskey(databaseUrl: string, memberId: string): Promise<string> {
  const database = new Database({ connectionString: databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO credentials (member_id, kind, passkey_id, public_key, sign_count, name)
     VALUES ($1, 'passkey', 'a-passkey', '\\x00', 0, $2) RETURNING id`,
    [memberId, TELLING],
  )
  await database.end()
  return rows[0]?.id ?? ''
}

async function firstQuestion(by: Client, flowId: string): Promise<string> {
  const found = z
    .object({ questions: z.array(z.object({ key: z.string() })) })
    .parse(await by.ask('GET', `/api/flows/${flowId}/questions`))
  return found.questions[0]?.key ?? ''
}

async function ownOf({ id, flowId }: Whole, { by, memberId }: { by: Client; memberId: string }): Promise<Own> {
  const { asOf } = z.object({ asOf: z.string() }).parse(await by.ask('GET', '/api/interviews'))
  return { interviewId: id, flowId, questionKey: await firstQuestion(by, flowId), memberId, since: asOf }
}

function wholeOf({ id, state, hasAudio, candidate: { name, email }, flow, team }: Row): Whole[] {
  if (state !== 'ready' || !hasAudio || !name || !email || flow.id === null || team.id === null) return []
  return [{ id, name, email, flowId: flow.id, teamId: team.id }]
}

/** Names, addresses and titles of which none is among what is seen too. */
function textsOnlyIn(all: Row[], seen: Row[]): string[] {
  const textsOf = (rows: Row[]) =>
    rows.flatMap(({ candidate, flow, team }) => [candidate.name, candidate.email, flow.title, team.name])
  const known = new Set(textsOf(seen))
  // What is shorter may be a part of another word.
  const isTelling = (text: string | null) => text !== null && text.length > 7 && !known.has(text)
  return [...new Set(textsOf(all))].flatMap((text) => (isTelling(text) ? (text ?? []) : []))
}

/** Of the same shape, and of nothing that there is. */
function missingFor(outside: Target): Target {
  const entries = Object.entries(outside).map(([name, value]) => [name, missingLike(value)])
  return { ...(Object.fromEntries(entries) as Target), seq: '9', word: 'ocelet' }
}

function missingLike(id: string): string {
  if (z.uuid().safeParse(id).success) return crypto.randomUUID()
  const former = '0123456789abcdefghijklmnopqrstuvwxyz'
  const other = '1234567890bcdefaghijklmnopqrstuvwxzy'
  return Array.from(id, (letter) => other[former.indexOf(letter)] ?? letter).join('')
}
