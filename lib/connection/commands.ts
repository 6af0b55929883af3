import 'server-only'
import type { May } from '../auth/viewer'
import { ping } from '../ribbon/client'

/** Asks Ribbon whether it answers and accepts the key. Throws the `ribbon_…` codes. */
export async function checkConnection(_viewer: May<'connection.check'>): Promise<void> {
  await ping()
}
