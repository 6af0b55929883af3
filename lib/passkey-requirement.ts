/** Of whom a passkey is required. */
export const PASSKEY_REQUIREMENTS = ['nobody', 'admins', 'everybody'] as const
export type PasskeyRequirement = (typeof PASSKEY_REQUIREMENTS)[number]
