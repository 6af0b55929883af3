import { DebriefError } from '../../errors'

const COUNT = /^(?:0|[1-9]\d{0,14})$/

/** The number of an event, as an address has it. Throws `audit_event_not_found` for what is none. */
export function seqOfParameter(parameter: string): number {
  if (!COUNT.test(parameter)) throw new DebriefError('audit_event_not_found')
  return Number(parameter)
}

/** Whole numbers of an address, by their names; null for one that is not there. Throws `invalid_input` for what is none, or unknown. */
export function requireCounts<Name extends string>(
  search: URLSearchParams,
  names: Name[],
): Record<Name, number | null> {
  const wrong = [...search].find(([name, value]) => !names.some((known) => known === name) || !COUNT.test(value))
  if (wrong) throw new DebriefError('invalid_input', { detail: `The parameter ${wrong[0]} cannot be read.` })
  const counts = names.map((name): [Name, number | null] => [name, search.has(name) ? Number(search.get(name)) : null])
  return Object.fromEntries(counts) as Record<Name, number | null>
}
