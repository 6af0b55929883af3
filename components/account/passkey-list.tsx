'use client'

import { useState } from 'react'
import useSWR from 'swr'
import type { Passkey } from '@/lib/passkeys/passkey'
import { fetchJson } from '../fetch-json'
import { useInBrowser } from '../in-browser'
import { useNow } from '../now'
import { knowsPasskeys } from '../sign-in/authenticator'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { PasskeyForm } from './passkey-form'
import { PasskeyRow } from './passkey-row'
import { RemovePasskey } from './remove-passkey'

type Props = {
  initial: Passkey[]
  /** What a new one is called unless its member says otherwise. */
  suggested: string
  now: number
}

/** What somebody has for signing in without a password. */
export function PasskeyList({ initial, suggested, now: drawnAt }: Props) {
  const { data: passkeys = initial, mutate } = useSWR<Passkey[]>(swrKeys.passkeys, fetchJson, {
    fallbackData: initial,
  })
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const isKnown = useInBrowser(knowsPasskeys, true)
  const now = useNow(drawnAt)
  return (
    <>
      {passkeys.length > 0 && (
        <ul aria-label="Passkeys" className="mb-3 max-w-md divide-y divide-line">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              {...{ passkey, now }}
              onRenamed={() => void mutate()}
              onRemove={() => setLeaving(passkey)}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <PasskeyForm
          suggested={suggested}
          onAdded={() => {
            setAdding(false)
            void mutate()
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {!isAdding && isKnown && <Button onClick={() => setAdding(true)}>Add a passkey</Button>}
      {!isKnown && <p className="text-muted">This browser knows of no passkeys.</p>}
      {leaving && <RemovePasskey passkey={leaving} onRemoved={() => void mutate()} onClose={() => setLeaving(null)} />}
    </>
  )
}
