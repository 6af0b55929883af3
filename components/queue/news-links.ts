import { listPath } from '../list-path'

/** What was taken and has come since then, ISO 8601: the days of a list are whole ones, of UTC. */
export function arrivedPath(since: string): string {
  return listPath({ state: ['ready', 'processing'], seen: { from: since.slice(0, 10), to: null }, invalid: false })
}

/** Those of what its reader has judged. */
export function judgedPath(ids: string[]): string {
  return listPath({ id: ids })
}
