import 'server-only'
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { env } from '../env'
import { DebriefError } from '../errors'
import { isPublicAddress } from './address'

const CONNECT_MS = 5_000

/** Which hosts may be asked (none listed: all public ones), and the agent that sees to it at the moment of connecting. */
export type Rules = { hosts: readonly string[]; agent: Agent }
type Resolve = (hostname: string) => Promise<LookupAddress[]>

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true })

export function createRules(hosts: readonly string[], resolve = resolveAll): Rules {
  const guard = hosts.length === 0 ? { lookup: publicLookup(resolve) } : {}
  return { hosts, agent: new Agent({ connect: { timeout: CONNECT_MS, ...guard } }) }
}

/**
 * Resolves a name once and answers exactly the addresses that were checked, so that no second answer of the name's server can
 * replace them. One address that is not public condemns the name.
 */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        const isPublic = first && addresses.every(({ address }) => isPublicAddress(address))
        if (!isPublic) callback(new DebriefError('recording_refused'), '')
        else if (all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

// Next loads a module several times in one process; connections are kept by one agent.
const shared = globalThis as typeof globalThis & { debriefRecordingRules?: Rules }

export function currentRules(): Rules {
  shared.debriefRecordingRules ??= createRules(env().RECORDING_HOSTS)
  return shared.debriefRecordingRules
}
