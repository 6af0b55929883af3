import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUSES, type Status } from '@/lib/interviews/status'
import { shownStatus } from './shown-status'
import type { StatusOutbox } from './status-outbox'
import { chosen, connect, MARA, NETWORKS, row, StatusServer, words, type Network } from './testing/status-server'

const IDS = ['one', 'two']

/** As whoever has before them what waits, and else what the server has by now. */
function choose(outbox: StatusOutbox, server: StatusServer, { ids, status }: { ids: string[]; status: Status }) {
  const changes = ids.map((id) => {
    const stands = server.standsOf(id)
    return { ...chosen(id, status, stands.version), before: outbox.waiting(id)?.status ?? stands.status }
  })
  const others = changes.filter(({ before }) => before !== status)
  outbox.choose(others)
  return others.map(({ interviewId }) => interviewId)
}

test.each(NETWORKS)('a status whose network %s is undone there, or never comes to be', async (network) => {
  const server = new StatusServer()
  const outbox = server.open()
  connect(server, network)
  outbox.choose([chosen('one', 'declined')])
  await outbox.flush()
  await outbox.undo()
  expect(words(outbox, 'one')).toEqual(['new'])
  connect(server, 'works')
  await outbox.flush()
  expect([server.standsOf('one').status, outbox.waiting('one')]).toEqual(['new', undefined])
  // Whoever undid it is not asked about it, nor is there anything left to undo.
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

const ofThree = NETWORKS.flatMap((first) =>
  NETWORKS.flatMap((second) => NETWORKS.map((third) => [first, second, third] as const)),
)

test.each(ofThree)(
  'of three whose networks are %s, %s and %s the last is undone, and it is as it was wanted before',
  async (...of) => {
    const server = new StatusServer()
    const outbox = server.open()
    for (const [index, status] of (['shortlisted', 'on_hold', 'advanced'] as const).entries()) {
      connect(server, of[index] ?? 'works')
      choose(outbox, server, { ids: ['one'], status })
      await outbox.flush()
    }
    await outbox.undo()
    expect(words(outbox, 'one')).toEqual(['on_hold'])
    connect(server, 'works')
    await outbox.flush()
    expect([server.standsOf('one').status, outbox.waiting('one')]).toEqual(['on_hold', undefined])
    expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
  },
)

/** Chosen in one tab without a network, and sent by the other. */
async function givenSentByAnother() {
  const server = new StatusServer()
  const [outbox, other] = [server.open(), server.open()]
  connect(server, 'loses the request')
  outbox.choose([chosen('one', 'declined')])
  await outbox.flush()
  connect(server, 'works')
  other.refresh()
  await other.flush()
  return { server, outbox, other }
}

test('what another tab has sent is undone in the one where it was chosen', async () => {
  const { server, outbox } = await givenSentByAnother()
  expect(server.standsOf('one').status).toBe('declined')
  await outbox.undo()
  expect(server.standsOf('one').status).toBe('new')
})

test('what a tab has sent and another one undone is shown there as it stands', async () => {
  const { server, outbox, other } = await givenSentByAnother()
  server.beforeUndo = async () => other.refresh()
  await outbox.undo()
  other.refresh()
  expect(shownStatus(other, row('one', server.standsOf('one')))).toMatchObject({ status: 'new', isUnsent: false })
})

test('what waits does not make what a colleague has set known to whoever chooses again', async () => {
  const server = new StatusServer()
  const outbox = server.open()
  connect(server, 'loses the request')
  choose(outbox, server, { ids: ['one'], status: 'shortlisted' })
  await outbox.flush()
  server.colleagueSets('one', 'declined')
  // The list has read it by then, and shows what waits.
  choose(outbox, server, { ids: ['one'], status: 'advanced' })
  connect(server, 'works')
  await outbox.flush()
  expect(server.standsOf('one').by).toBe(MARA)
  expect(outbox.news().conflicts).toMatchObject([{ chosen: { status: 'advanced' }, now: { status: 'declined' } }])
})

type Step =
  | { do: 'choose'; tab: number; ids: string[]; status: Status }
  | { do: 'undo' | 'send' | 'reload'; tab: number }
  | { do: 'network'; is: Network }
  | { do: 'colleague'; id: string; status: Status }

function stepsOf(tabs: number, hasColleague: boolean) {
  const tab = fc.nat({ max: tabs - 1 })
  const status = fc.constantFrom(...STATUSES)
  const choice = { do: fc.constant('choose' as const), tab, ids: fc.subarray(IDS, { minLength: 1 }), status }
  const colleague = { do: fc.constant('colleague' as const), id: fc.constantFrom(...IDS), status }
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record(choice) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), tab }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'reload' as const), tab }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('network' as const), is: fc.constantFrom(...NETWORKS) }) },
    { weight: hasColleague ? 2 : 0, arbitrary: fc.record(colleague) },
  )
  return fc.array(step, { maxLength: 14 })
}

/** Of one interview: what its member wants it to be, by which change, and what it was before that. */
type Wanted = { status: Status; change: number; before: Status }
/** By no change that can be undone. */
const known = (status: Status): Wanted => ({ status, change: -1, before: status })

class World {
  server = new StatusServer()
  tabs: { outbox: StatusOutbox; change: number }[]
  wanted = new Map(IDS.map((id) => [id, known('new')]))
  /** What a colleague has set while something waited: that stands. */
  contested = new Map<string, string | null>()

  constructor(count: number) {
    this.tabs = Array.from({ length: count }, () => this.#open())
  }

  async does(step: Step, change: number) {
    if (step.do === 'network') return connect(this.server, step.is)
    if (step.do === 'colleague') return this.#colleagueSets(step)
    const tab = this.tabs[step.tab] ?? this.#open()
    tab.outbox.refresh()
    if (step.do === 'reload') this.tabs[step.tab] = this.#open()
    else if (step.do === 'choose') this.#choose(tab, step, change)
    else if (step.do === 'undo') this.#undo(tab)
    // The others hear of what was kept.
    for (const { outbox } of this.tabs) outbox.refresh()
    await tab.outbox.flush()
    return this.#settle(tab.outbox)
  }

  /** With a network nothing waits in the end. */
  async end() {
    connect(this.server, 'works')
    for (const { outbox } of this.tabs) {
      outbox.refresh()
      await outbox.flush()
      this.#settle(outbox)
      expect(IDS.map((id) => outbox.waiting(id))).toEqual(IDS.map(() => undefined))
    }
    expect(IDS.map((id) => this.server.standsOf(id).status)).toEqual(IDS.map((id) => this.wanted.get(id)?.status))
  }

  #open() {
    return { outbox: this.server.open(), change: -1 }
  }

  #choose(tab: World['tabs'][number], step: { ids: string[]; status: Status }, change: number) {
    const ids = choose(tab.outbox, this.server, step)
    if (ids.length > 0) tab.change = change
    for (const id of ids) {
      this.wanted.set(id, { status: step.status, change, before: this.wanted.get(id)?.status ?? 'new' })
    }
  }

  #undo({ outbox, change }: World['tabs'][number]) {
    const isOffered = outbox.news().last !== null
    void outbox.undo()
    for (const [id, { before, change: by }] of this.wanted)
      if (isOffered && by === change) this.wanted.set(id, known(before))
    // What a colleague has set over it since is to stay.
    for (const id of IDS) {
      const [waiting, stands] = [outbox.waiting(id), this.server.standsOf(id)]
      if (waiting && stands.by === MARA && stands.version !== waiting.replaces) this.contested.set(id, stands.version)
    }
  }

  #colleagueSets({ id, status }: { id: string; status: Status }) {
    this.server.colleagueSets(id, status)
    const isWaiting = this.tabs.some(({ outbox }) => outbox.waiting(id))
    if (isWaiting) this.contested.set(id, this.server.standsOf(id).version)
    else this.wanted.set(id, known(status))
  }

  /** What waited over a colleague's status is refused, or was never there. */
  #settle(outbox: StatusOutbox) {
    for (const [id, version] of this.contested) {
      if (outbox.waiting(id)) continue
      expect(this.server.standsOf(id).version).toBe(version)
      this.wanted.set(id, known(this.server.standsOf(id).status))
      this.contested.delete(id)
    }
  }
}

test.each([1, 2])(
  'whatever the network does, %i tabs come to what was wanted last, and nobody is asked about themselves',
  async (count) => {
    await fc.assert(
      fc.asyncProperty(stepsOf(count, false), async (steps) => {
        const world = new World(count)
        for (const [change, step] of steps.entries()) {
          await world.does(step, change)
          for (const { outbox } of world.tabs) expect(outbox.news().conflicts).toEqual([])
          const [tab] = world.tabs
          const shown = IDS.map((id) => tab && shownStatus(tab.outbox, row(id, world.server.standsOf(id))).status)
          if (count === 1) expect(shown).toEqual(IDS.map((id) => world.wanted.get(id)?.status))
        }
        await world.end()
      }),
      { numRuns: 1_000 },
    )
  },
)

test('what a colleague sets while something waits stands, whatever is chosen and undone before they are heard of', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(1, true), async (steps) => {
      const world = new World(1)
      for (const [change, step] of steps.entries()) {
        const before = new Map(IDS.map((id) => [id, world.tabs[0]?.outbox.waiting(id)]))
        const contested = [...world.contested.keys()]
        await world.does(step, change)
        // Whoever waits to hear of their choice is asked; who undid it has nothing to be asked about.
        const asked = world.tabs[0]?.outbox.news().conflicts.map(({ chosen: { interviewId } }) => interviewId)
        if (step.do === 'send')
          for (const id of contested)
            if (!world.contested.has(id) && before.get(id)?.isTakenBack === false) expect(asked).toContain(id)
      }
      await world.end()
    }),
    { numRuns: 1_000 },
  )
})
