import { z } from 'zod'

/** Where a member is signed in; instants are ISO 8601. */
export type AccountSession = {
  id: string
  /** As `Firefox on Linux`. */
  device: string
  /** Null for those of before it was kept. */
  address: string | null
  createdAt: string
  /** To within five minutes. */
  lastUsedAt: string
  isThisOne: boolean
}

export const accountName = z.strictObject({ name: z.string() })
export const newPassword = z.strictObject({ current: z.string(), password: z.string() })
