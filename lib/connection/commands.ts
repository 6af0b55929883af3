import 'server-only'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import { notify } from '../jobs/notify'
import { makeDue } from '../jobs/recurring'
import { PULL_KIND } from '../jobs/pulls'
import { ping } from '../ribbon/client'

/** Asks Ribbon whether it answers and accepts the key, and has everything compared now. Throws the `ribbon_…` codes. */
export async function checkConnection(viewer: May<'connection.check'>): Promise<void> {
  await ping()
  const told = { code: 'connection.checked' as const, about: null, payload: {} }
  await change(viewer, async (tx) => {
    await makeDue(PULL_KIND, tx)
    return { told, value: undefined }
  })
  notify()
}
