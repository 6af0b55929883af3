import type { ReadPage } from './loaded-list'
import { candidateLabel } from '../identity/candidate-label'

/**
 * Of each page, which one of its name in the list each row is, from 1 on: as one text, so that a page whose rows stay what they
 * are is not drawn anew.
 */
export function ordinalsOf(pages: Pick<ReadPage, 'items'>[]): string[] {
  const seen = new Map<string, number>()
  return pages.map(({ items }) => items.map((row) => ordinalIn(seen, nameOf(row))).join(' '))
}

/** What a link to it is called: no two links of a list have one name and two targets. */
export function calledBy(label: string, ordinal: number): string {
  return ordinal > 1 ? `${label}, interview ${ordinal}` : label
}

function ordinalIn(seen: Map<string, number>, name: string): number {
  const ordinal = (seen.get(name) ?? 0) + 1
  seen.set(name, ordinal)
  return ordinal
}

/** A row that cannot be drawn is called by itself. */
function nameOf({ id, candidate }: ReadPage['items'][number]): string {
  try {
    return candidateLabel(candidate)
  } catch {
    return id
  }
}
