import { z } from 'zod'

export const APPEARANCES = ['system', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]

/** Those that dates can be said in, as BCP 47 has them. */
export const LANGUAGES = [
  ...['en-GB', 'en-US', 'da-DK', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'ko-KR', 'nb-NO', 'nl-NL', 'pl-PL'],
  ...['pt-BR', 'pt-PT', 'sv-SE', 'tr-TR', 'uk-UA', 'zh-CN'],
] as const

const language = z.enum(LANGUAGES)
const timeZone = z.string().max(64).refine(isTimeZone, 'There is no such time zone.')

/** How a member wants dates and colours to be; null is what their browser says. */
export const preferences = z.strictObject({
  appearance: z.enum(APPEARANCES),
  language: language.nullable(),
  timeZone: timeZone.nullable(),
})
export type Preferences = z.infer<typeof preferences>

/** One of them or more: two that are chosen at once do not undo each other. */
export const chosenPreferences = preferences.partial()
export type ChosenPreferences = z.infer<typeof chosenPreferences>

/** As they are stored: what is missing, or what another version wrote, is as if nobody had chosen. */
export const storedPreferences = z.object({
  appearance: z.enum(APPEARANCES).catch('system'),
  language: language.nullable().catch(null),
  timeZone: timeZone.nullable().catch(null),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
