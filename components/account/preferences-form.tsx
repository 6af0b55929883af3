'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Appearance, Preferences } from '@/lib/preferences'
import { fetchJson } from '../fetch-json'
import { useInBrowser } from '../in-browser'
import { Select } from '../ui/select'
import { useSending } from '../use-sending'

const APPEARANCES: { key: Appearance; label: string }[] = [
  { key: 'system', label: 'As the system' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
]
/** What no choice stands for. */
const BROWSERS = { key: '', label: 'As the browser' }

type Props = { initial: Preferences; languages: string[]; timeZones: string[] }

/** Each is kept as it is chosen, and what is drawn follows. */
export function PreferencesForm({ initial, languages, timeZones }: Props) {
  const [chosen, setChosen] = useState(initial)
  const { failure, send } = useSending()
  const router = useRouter()
  const isAlive = useInBrowser(() => true, false)
  const choose = async <K extends keyof Preferences>(which: K, choice: Preferences[K]) => {
    const former = chosen[which]
    const choosing = (value: Preferences[K]) => setChosen((now) => ({ ...now, [which]: value }))
    choosing(choice)
    const body = JSON.stringify({ [which]: choice })
    if (await send(() => fetchJson('/api/account/preferences', { method: 'PATCH', body }))) router.refresh()
    else choosing(former)
  }
  return (
    <div className="max-w-md space-y-4">
      <Select
        label="Appearance"
        value={chosen.appearance}
        choices={APPEARANCES}
        onChange={(appearance) => void choose('appearance', appearance)}
      />
      <Select
        label="Language of dates"
        value={chosen.language ?? ''}
        choices={[BROWSERS, ...languages.map((key) => ({ key, label: isAlive ? languageName(key) : key }))]}
        onChange={(key) => void choose('language', (key || null) as Preferences['language'])}
      />
      <Select
        label="Time zone"
        value={chosen.timeZone ?? ''}
        choices={[BROWSERS, ...timeZones.map((key) => ({ key, label: key.replaceAll('_', ' ') }))]}
        onChange={(key) => void choose('timeZone', key || null)}
      />
      {failure && (
        <p role="alert" className="text-bad">
          {failure}
        </p>
      )}
    </div>
  )
}

/** In that language itself, as whoever reads it looks for it. */
function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag
}
