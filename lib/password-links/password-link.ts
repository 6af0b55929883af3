import { z } from 'zod'

/** What a member sets a new password by, known only when it is made; the instant is ISO 8601. */
export type PasswordLink = { link: string; expiresAt: string }

/** As whoever holds the link typed it. */
export const passwordLinkUse = z.strictObject({ token: z.string().max(100), password: z.string() })
export type PasswordLinkUse = z.infer<typeof passwordLinkUse>

/** As somebody typed it who has forgotten their password. */
export const forgotten = z.strictObject({ email: z.string() })
