import { kept } from '../kept'
import { ownKey } from '../kept-keys'
import { isText } from '../unknown-fields'

const MOST = 5

/** The interviews that this member opened last in this browser, the latest first: ids only, since names do not belong there. */
export function recentIds(): string[] {
  const key = ownKey('recent')
  const stored = key && kept.findJson(key)
  return Array.isArray(stored) ? stored.filter(isText).slice(0, MOST) : []
}

export function rememberOpened(id: string) {
  const key = ownKey('recent')
  const others = recentIds().filter((recent) => recent !== id)
  if (key) kept.keep(key, JSON.stringify([id, ...others].slice(0, MOST)))
}
