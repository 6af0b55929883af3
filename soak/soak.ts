import { Random } from '../sandbox/synthetic/random'
import type { Application } from './application'
import { DISTURBANCES, type Disturbance } from './disturbances'
import { Findings } from './findings'
import { startInstallation } from './installation'
import { checkLedger, Ledger } from './ledger'
import { workAsMember } from './members'
import { untilMirrored, untilPulled } from './mirror'
import type { SoakOptions } from './options'
import { liveAsRibbon, readRibbon } from './ribbon'

// What takes longer counts as never: far more than it takes, for the sake of slow machines. The figures say how long it took.
/** Of each disturbance: then the app and its database answer again. */
const MOST_RECOVERY_SECONDS = 120
/** From then on, after a process's end or pause: a pull, and nine times as long as one before it. */
const MOST_PULL_SECONDS = 300
/** From the moment on at which Ribbon is well again. */
const MOST_MIRRORING_SECONDS = 600
/** Resident, of the app's and of the database's process each. */
const MOST_MEGABYTES = 1_536
const ROLES = ['server', 'database'] as const

type Installation = Awaited<ReturnType<typeof startInstallation>>

/**
 * Rounds of every disturbance, each in an order that the seed decides, with members at work all the while. Ends all that it
 * started.
 */
export async function soak({ minutes, seed }: SoakOptions, interrupted: AbortSignal) {
  const findings = new Findings()
  const installation = await startInstallation(findings)
  try {
    interrupted.addEventListener('abort', () => void installation.application.stop())
    const run = new Soak(installation, findings, new Random(String(seed)))
    // A Ctrl-C reaches every process of the terminal, so that afterwards nothing can be checked any more.
    await run.last(minutes * 60_000, interrupted).catch((error: unknown) => {
      if (!interrupted.aborted) throw error
    })
    return { figures: run.figures(), broken: findings.broken, log: installation.application.printed() }
  } finally {
    await installation.stop()
  }
}

class Soak {
  readonly #ledger = new Ledger()
  readonly #recoveries: number[] = []
  readonly #pulls: number[] = []
  readonly #mirrorings: number[] = []
  readonly #megabytes = { server: [] as number[], database: [] as number[] }
  readonly #installation: Installation
  readonly #findings: Findings
  readonly #random: Random

  constructor(installation: Installation, findings: Findings, random: Random) {
    this.#installation = installation
    this.#findings = findings
    this.#random = random
  }

  async last(milliseconds: number, interrupted: AbortSignal) {
    const began = performance.now()
    while (performance.now() - began < milliseconds && !interrupted.aborted) {
      const resting = new AbortController()
      const stopped = AbortSignal.any([resting.signal, interrupted])
      const working = this.#work(stopped)
      working.catch(() => resting.abort())
      for (const disturbance of shuffled(DISTURBANCES, this.#random)) {
        if (stopped.aborted || performance.now() - began >= milliseconds) break
        await this.#disturb(disturbance, stopped)
      }
      resting.abort()
      await working
      if (!interrupted.aborted) await this.#check()
    }
  }

  async #work(stopped: AbortSignal) {
    const { members, address, origin, webhookSecret } = this.#installation
    const findings = this.#findings
    const each = members.map(({ email, caller }) => {
      const random = new Random(`${email} ${this.#random.next()}`)
      return workAsMember({ email, caller, random, ledger: this.#ledger }, stopped)
    })
    const random = new Random(`Ribbon ${this.#random.next()}`)
    await Promise.all([...each, liveAsRibbon({ address, origin, webhookSecret, random, findings }, stopped)])
  }

  async #disturb({ name, ofRibbon = false, happen }: Disturbance, stopped: AbortSignal) {
    const { application, address } = this.#installation
    await happen({ application, sandbox: address.sandbox, stopped })
    this.#findings.count('disturbances')
    const recovery = await application.untilReady(MOST_RECOVERY_SECONDS)
    if (stopped.aborted) return
    if (recovery === null) this.#findings.report(`After ${name} the app was not back in ${MOST_RECOVERY_SECONDS} s`)
    this.#recoveries.push(recovery ?? MOST_RECOVERY_SECONDS * 1000)
    if (!ofRibbon && recovery !== null) await this.#seePull(name)
    this.#weigh()
    console.log(`${name}: ready ${seconds(recovery ?? Infinity)} after it; ${this.#ledger.size} writes acknowledged`)
  }

  async #seePull(name: string) {
    const [admin] = this.#installation.members
    const pulled = admin ? await untilPulled(admin.caller, MOST_PULL_SECONDS) : null
    if (pulled === null) this.#findings.report(`After ${name} nothing was pulled for ${MOST_PULL_SECONDS} s`)
    this.#pulls.push(pulled ?? MOST_PULL_SECONDS * 1000)
  }

  #weigh() {
    for (const role of ROLES) {
      const { megabytes } = this.#installation.application.find(role) ?? {}
      if (megabytes === undefined) continue
      this.#megabytes[role].push(megabytes)
      if (megabytes > MOST_MEGABYTES) this.#findings.report(`The ${role} needs more than ${MOST_MEGABYTES} MB`)
    }
  }

  async #check() {
    const { application, address, members } = this.#installation
    const databaseUrl = application.databaseUrl()
    const caller = members[0]?.caller
    if (!databaseUrl || !caller) return this.#findings.report('There is no database to look into')
    await checkLedger(this.#ledger, databaseUrl, this.#findings)
    const truth = await readRibbon(address)
    const mirrored = await untilMirrored({ caller, databaseUrl, truth }, MOST_MIRRORING_SECONDS)
    if (typeof mirrored === 'number') this.#mirrorings.push(mirrored)
    else this.#findings.report(`The mirror differs from Ribbon`, `, in ${mirrored.length}: ${mirrored[0]}`)
    this.#findings.count('rounds')
    this.#readLog(application)
    console.log(
      `Checked ${this.#ledger.size} writes, ${this.#findings.broken.length} things broken so far; mirrored in ${typeof mirrored === 'number' ? seconds(mirrored) : 'vain'}`,
    )
  }

  #readLog(application: Application) {
    const printed = application.printed()
    if (this.#installation.secrets.some((secret) => printed.includes(secret)))
      this.#findings.report('The log tells a secret')
    const unhandled = printed.split('\n').find((line) => /unhandled|uncaught/i.test(line))
    if (unhandled) this.#findings.report('The log has an unhandled error', `: ${unhandled.slice(0, 300)}`)
  }

  figures(): string[] {
    const count = (name: string) => this.#findings.counted(name)
    const { notes, corrections, heard, read } = this.#ledger
    const acknowledged = (written: typeof notes) => written.filter(({ isAcknowledged }) => isAcknowledged).length
    return [
      `${count('disturbances')} disturbances, ${count('rounds')} checks, ${this.#installation.application.starts} starts of the app`,
      `${acknowledged(notes)} notes, ${acknowledged(corrections)} corrections, ${heard.length} stretches heard and ${read.length} read acknowledged; ${count('changes at Ribbon')} changes at Ribbon`,
      `${count('answers')} answers (${this.#byStatus('answers')}), ${count('unanswered')} questions without one`,
      `webhooks: ${this.#byStatus('webhooks answered')}, ${count('webhooks without an answer')} without an answer`,
      `ready again at most ${seconds(Math.max(0, ...this.#recoveries))} after a disturbance, pulled at most ${seconds(Math.max(0, ...this.#pulls))} after that; mirrored at most ${seconds(Math.max(0, ...this.#mirrorings))} after a round`,
      ...ROLES.map((role) => `${role}: ${rangeOf(this.#megabytes[role])} MB resident`),
    ]
  }

  #byStatus(name: string): string {
    const statuses = Array.from({ length: 600 }, (_, status) => status).filter(
      (status) => this.#findings.counted(`${name} ${status}`) > 0,
    )
    return statuses.map((status) => `${this.#findings.counted(`${name} ${status}`)} × ${status}`).join(', ')
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((entry) => ({ entry, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function rangeOf(numbers: number[]): string {
  return numbers.length === 0 ? 'no' : `${Math.round(Math.min(...numbers))} to ${Math.round(Math.max(...numbers))}`
}
