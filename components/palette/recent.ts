import { kept } from '../kept'

const KEY = 'debrief-recent'
const MOST = 5

/** The interviews that were opened last in this browser, the latest first: ids only, since names do not belong there. */
export function recentIds(): string[] {
  const stored = kept.find(KEY)
  return stored ? stored.split(',').slice(0, MOST) : []
}

export function rememberOpened(id: string) {
  const others = recentIds().filter((recent) => recent !== id)
  kept.keep(KEY, [id, ...others].slice(0, MOST).join(','))
}
