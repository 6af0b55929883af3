import 'server-only'
import type { Admin } from '../auth/viewer'
import { ping } from '../ribbon/client'

/** Asks Ribbon whether it answers and accepts the key. Throws the `ribbon_…` codes. */
export async function checkConnection(_admin: Admin): Promise<void> {
  await ping()
}
