'use client'

import { useState } from 'react'
import type { PasskeyRequirement } from '@/lib/passkey-requirement'
import { fetchJson } from '../fetch-json'
import { Select } from '../ui/select'
import { useSending } from '../use-sending'

const CHOICES: { key: PasskeyRequirement; label: string }[] = [
  { key: 'nobody', label: 'Nobody: a password is enough' },
  { key: 'admins', label: 'Admins' },
  { key: 'everybody', label: 'Everybody' },
]

type Props = {
  initial: PasskeyRequirement
  /** That Debrief has an address which there are passkeys for. */
  canBe: boolean
}

/** Whom a password alone does not let in: kept as it is chosen. Where nobody can have a passkey, it can only be taken back. */
export function PasskeyRule({ initial, canBe }: Props) {
  const [chosen, setChosen] = useState(initial)
  const { failure, send } = useSending()
  const choose = async (of: PasskeyRequirement) => {
    setChosen(of)
    const body = JSON.stringify({ of, replaces: chosen })
    if (!(await send(() => fetchJson('/api/passkeys/requirement', { method: 'PUT', body })))) setChosen(chosen)
  }
  return (
    <section aria-labelledby="passkeys" className="pt-6">
      <h2 id="passkeys" className="font-semibold">
        Passkeys
      </h2>
      <p className="mt-0.5 mb-3 max-w-2xl text-muted">
        {canBe
          ? 'Where a passkey is required, a password alone is not enough: members add a passkey before they see anything, and sign in with it from then on. Single sign-on counts as a passkey. Admins with break-glass access are exempt.'
          : 'Nobody can have one here, so that none is required: passkeys need an address with a name, and NEXTAUTH_URL has numbers.'}
      </p>
      {(canBe || initial !== 'nobody') && (
        <div className="max-w-xs">
          <Select
            label="Require a passkey of"
            value={chosen}
            choices={CHOICES.filter(({ key }) => canBe || key === 'nobody' || key === initial)}
            onChange={(of) => void choose(of)}
          />
        </div>
      )}
      <p role="alert" className="mt-2 max-w-2xl text-bad">
        {failure}
      </p>
    </section>
  )
}
