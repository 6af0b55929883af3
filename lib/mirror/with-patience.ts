import 'server-only'
import { DebriefError } from '../errors'
import { pause } from '../pause'

/** Waits so many milliseconds for what was asked of Ribbon; what arrives later is stored all the same. Throws `ribbon_unreachable`. */
export async function withPatience(asked: Promise<void>, milliseconds: number): Promise<void> {
  const answered = new AbortController()
  const late = pause(milliseconds, answered.signal).then(() => {
    throw new DebriefError('ribbon_unreachable', { cause: new DOMException('too slow', 'TimeoutError') })
  })
  late.catch(() => {})
  await Promise.race([asked, late]).finally(() => answered.abort())
}
