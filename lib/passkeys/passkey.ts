import { z } from 'zod'
import { PASSKEY_REQUIREMENTS } from '../passkey-requirement'

/** Of one member; instants are ISO 8601. */
export type Passkey = {
  id: string
  name: string
  createdAt: string
  /** When it last signed somebody in; null where it never did. */
  lastUsedAt: string | null
  /** That it began the session that asks, which ends with it. */
  isThisOne: boolean
}

/** Of one member. */
export const MOST_PASSKEYS = 20
/** Of a body that carries what an authenticator answered, in bytes. */
export const ANSWER_BYTES = 32_768

/** Bytes as WebAuthn's JSON has them, so many characters at most. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most)
/** At most 1,023 bytes, by WebAuthn. */
const passkeyId = bytes(1_364)
const answered = <Response extends z.ZodType>(response: Response) =>
  z.object({ id: passkeyId, rawId: passkeyId, type: z.literal('public-key'), response })

/** What an authenticator answers who is asked to sign somebody in. */
export const assertion = answered(
  z.object({
    clientDataJSON: bytes(4_096),
    authenticatorData: bytes(4_096),
    signature: bytes(2_048),
    userHandle: bytes(128),
  }),
)
export type Assertion = z.infer<typeof assertion>

/** What one answers who is asked for a new passkey. */
export const attestation = answered(z.object({ clientDataJSON: bytes(4_096), attestationObject: bytes(16_384) }))
export type Attestation = z.infer<typeof attestation>

/** `current` is the password, by which somebody shows that it is still them; without it a sign-in of just now has to do. */
export const passkeyRequest = z.strictObject({ name: z.string(), current: z.string().optional() })
export const passkeyDraft = z.strictObject({ name: z.string(), attestation })
export const passkeyName = z.strictObject({ name: z.string() })
const requirement = z.enum(PASSKEY_REQUIREMENTS)
/** `replaces` is what whoever changes it knew: where something else is required by now, nothing is changed. Left out: whatever is. */
export const requirementDraft = z.strictObject({ of: requirement, replaces: requirement.optional() })
