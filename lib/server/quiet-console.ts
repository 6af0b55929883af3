import 'server-only'
import { log } from '../log'

type Print = (...printed: unknown[]) => void

/**
 * Next prints a failed request's error whole, and a database's error quotes who asked and what was searched. From now on errors
 * reach the log as the log describes them; those with a digest do so through `onRequestError`.
 */
export function quietConsole(target: { error: Print } = console) {
  const { error: print } = target
  target.error = (...printed) => {
    const errors = printed.filter((part) => part instanceof Error)
    if (errors.length === 0) print(...printed)
    for (const cause of errors) if (!('digest' in cause)) log.error({ cause }, 'an error was printed')
  }
}
