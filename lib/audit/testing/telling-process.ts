/** A replica for tests: it changes something and seals what it told, over and over, and says of each change that it is done. */
import { system } from '../../auth/system'
import { change } from '../change'
import { sealEvents } from '../seal'

process.once('disconnect', () => process.exit())
const told = { code: 'sign_in.failed' as const, about: null, payload: {} }
for (;;) {
  const [done] = await Promise.all([change(system(), async () => ({ told, value: 'done' })), sealEvents()])
  process.send?.(done)
}
