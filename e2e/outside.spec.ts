import { testOnItsOwn } from './own-installation'
import { type Ask, ASKS, NAMED, type Own, type Target } from './outside-asks'
import { type Asker, givenOutside, type OutsideWorld } from './outside-world'
import { appRoutes, routeUrl } from './routes'
import { expect } from './test'

type Form = { name: string; headers: Record<string, string> }
type Question = { method: string; pattern: string; form: Form; asks: (about: Target, own: Own) => Ask[] }

/** In which Next serves a page. */
const FORMS: Form[] = [
  { name: 'as HTML', headers: { accept: 'text/html' } },
  { name: 'as RSC', headers: { rsc: '1' } },
  { name: 'as prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' } },
]
const PLAIN: Form = { name: '', headers: { accept: '*/*' } }
/** Where an admin is told nothing of what a request names either, or where nothing has happened. */
const UNTOLD = ['/sign-in', '/review', '/api/interviews/news']

const test = testOnItsOwn().extend<object, { world: OutsideWorld }>({
  world: [
    async ({ installation }, use) => {
      await use(await givenOutside(installation))
    },
    { scope: 'worker' },
  ],
})

test('every route on disk is asked here', () => {
  const onDisk = appRoutes().flatMap(({ pattern, kind, methods }) =>
    kind === 'page'
      ? [`GET ${pattern}`]
      : methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${pattern}`),
  )
  expect(Object.keys(ASKS).toSorted()).toEqual(onDisk.toSorted())
})

test('what somebody does not see answers as what does not exist, byte for byte, on every route and in every form; no answer has a word of it', async ({
  installation: { origin },
  world,
}) => {
  const found: string[] = []
  for (const asker of world.askers)
    for (const question of questions()) found.push(...(await mistakesIn(question, { origin, world, asker })))
  expect(found).toEqual([])
})

test('an admin is told of it by the same questions, and never of a secret', async ({
  installation: { origin },
  world,
}) => {
  const { admin, outside, missing, told, never } = world
  const { cookie, own } = admin
  await expect.poll(async () => (await fetch(`${origin}/api/audit/1/proof`, { headers: { cookie } })).status).toBe(200)
  const answers: string[] = []
  const telling = new Set<string>()
  for (const question of questions().filter(({ method }) => method === 'GET')) {
    const answersAbout = (about: Target) =>
      Promise.all(question.asks(about, own).map((ask) => answerTo(question, { origin, ask, cookie })))
    const [ofReal, ofNone] = await Promise.all([answersAbout(outside), answersAbout(missing)])
    answers.push(...ofReal.map(({ raw }) => raw))
    const isSame = ofReal.every((answer, at) => answer.neutral(outside) === ofNone[at]?.neutral(missing))
    if (!isSame || isOfNothing(question, own, world)) telling.add(question.pattern)
  }
  const silent = appRoutes().filter(({ pattern, methods }) => methods.includes('GET') && !telling.has(pattern))
  expect(silent.map(({ pattern }) => pattern)).toEqual([])
  expect(told.filter((text) => !answers.some((answer) => answer.includes(text)))).toEqual([])
  expect(never.filter((text) => answers.some((answer) => answer.includes(text)))).toEqual([])
})

function questions(): Question[] {
  return appRoutes().flatMap(({ pattern, kind, methods }) =>
    methods.flatMap((method) => {
      const key = `${kind === 'page' || method === 'HEAD' ? 'GET' : method} ${pattern}`
      const asks = ASKS[key]
      if (!asks) throw new Error(`nobody knows how to ask ${key}`)
      return (kind === 'page' ? FORMS : [PLAIN]).map((form) => ({ method, pattern, form, asks }))
    }),
  )
}

type Place = { origin: string; world: OutsideWorld; asker: Asker }

/** A line for each answer that tells something. */
async function mistakesIn(question: Question, { origin, world, asker }: Place): Promise<string[]> {
  const { outside, missing, never } = world
  const [real, none] = [question.asks(outside, asker.own), question.asks(missing, asker.own)]
  const mistakes: string[] = []
  for (const [at, ask] of real.entries()) {
    const where = `${asker.name}: ${question.method} ${question.pattern} ${question.form.name} ${JSON.stringify(ask)}`
    const askOf = (about: Target) =>
      answerTo(question, { origin, ask: (about === outside ? ask : none[at]) ?? {}, cookie: asker.cookie })
    const { raw } = await askOf(outside)
    const told = [...asker.secrets, ...never].filter((text) => raw.includes(text))
    if (told.length > 0) mistakes.push(`${where} told ${told.join(', ')}`)
    if (JSON.stringify(ask) === JSON.stringify(none[at])) continue
    const difference = await tellsApart(async (about) => (await askOf(about)).neutral(about), [outside, missing])
    if (difference) mistakes.push(`${where} differs:\n${difference}`)
  }
  return mistakes
}

/** Null where they are the same. A page’s parts may come in another order: of a few answers each, one has to be the same. */
async function tellsApart(asking: (about: Target) => Promise<string>, [outside, missing]: [Target, Target]) {
  const [ofReal, ofNone] = [new Set<string>(), new Set<string>()]
  for (let turn = 0; turn < 4; turn++) {
    ofReal.add(await asking(outside))
    ofNone.add(await asking(missing))
    if ([...ofReal].some((answer) => ofNone.has(answer))) return null
  }
  const [[one = ''], [other = '']] = [[...ofReal], [...ofNone]]
  const from = Math.max(0, one.split('').findIndex((letter, at) => letter !== other[at]) - 60)
  return [one, other].map((answer) => `  ${JSON.stringify(answer.slice(from, from + 200))}`).join('\n')
}

type Asking = { origin: string; ask: Ask; cookie: string }

async function answerTo({ method, pattern, form }: Question, { origin, ask, cookie }: Asking) {
  const { parameters = {}, search = {}, body } = ask
  const url = new URL(routeUrl(pattern, parameters), origin)
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value ?? '')
  const headers = { ...form.headers, origin, cookie, 'accept-encoding': 'identity' }
  const init = { method, headers, redirect: 'manual' as const }
  const response = await follow(url, { ...init, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const text = await response.text()
  const lines = Array.from(response.headers, ([name, value]) => `${name}: ${value}`)
  const raw = [response.status, ...lines, text].join('\n')
  return { raw, neutral: (about: Target) => neutral(raw, about) }
}

/** Where Next wants another parameter beside the headers that it is asked with, it says which. */
async function follow(url: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  const location = response.headers.get('location')
  return location?.includes('_rsc=') ? fetch(new URL(location, url), init) : response
}

/** Without what is of this answer alone, and with what was asked about by what it stands for. */
function neutral(raw: string, about: Target): string {
  const [, nonce] = /'nonce-([^']+)'/.exec(raw) ?? []
  let text = nonce ? raw.replaceAll(nonce, 'nonce') : raw
  for (const name of NAMED) if (name !== 'seq') text = text.replaceAll(about[name], name)
  return inAnyOrder(text)
    .replace(/^date: .*$/m, '')
    .replace(/"id":"[\da-f-]{36}"\}$/, '"id":"failure"}')
    .replaceAll(/((?:asOf|nextCursor)\\?":\\?")[\w+/=.-]+/g, '$1opaque')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/\b1[5-9]\d{11}\b/g, 'now')
}

/** The parts of a page's data come as they are ready, and are numbered so. */
function inAnyOrder(text: string): string {
  if (!text.includes('__next_f')) return text
  return text
    .replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, '')
    .split(String.raw`\n`)
    .map((part) => part.replaceAll(/^[\da-f]+:|\$[A-Z]?[\da-f]+\b/g, 'part'))
    .toSorted()
    .join('\n')
}

function isOfNothing({ pattern, asks }: Question, own: Own, { outside, missing }: OutsideWorld): boolean {
  return UNTOLD.includes(pattern) || JSON.stringify(asks(outside, own)) === JSON.stringify(asks(missing, own))
}
