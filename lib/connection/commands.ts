import 'server-only'
import { change } from '../audit/change'
import type { May } from '../auth/viewer'
import { ping } from '../ribbon/client'

/** Asks Ribbon whether it answers and accepts the key. Throws the `ribbon_…` codes. */
export async function checkConnection(viewer: May<'connection.check'>): Promise<void> {
  await ping()
  const told = { code: 'connection.checked' as const, about: null, payload: {} }
  await change(viewer, async () => ({ told, value: undefined }))
}
