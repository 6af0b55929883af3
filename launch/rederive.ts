/** npm run rederive: reads Ribbon's stored replies again by the rules of this version; with the app running or not. */
import { operator } from '../lib/auth/operator'
import { rederive } from '../lib/mirror/rederive'
import { fail } from './fail'
import { onDatabase } from './on-database'

const TELL_EVERY = 500

try {
  console.log(
    await onDatabase(async () => {
      const { read, changed, unreadable } = await rederive(operator(), ({ read: sofar }) => {
        if (sofar % TELL_EVERY === 0) console.log(`${sofar} replies read …`)
      })
      const rest = unreadable > 0 ? ` ${unreadable} could not be read and stayed as they were.` : ''
      return `${read} replies read, ${changed} interviews changed.${rest}`
    }),
  )
} catch (error) {
  fail(error)
}
