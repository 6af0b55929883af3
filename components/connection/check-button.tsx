'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'

/** Asks Ribbon now, instead of telling what the last pull has shown. */
export function CheckButton() {
  const { mutate } = useSWRConfig()
  const [said, setSaid] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    try {
      await fetchJson('/api/connection/check', { method: 'POST' })
      setSaid('Ribbon answers and accepts the key.')
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setSaid(reason.message)
    } finally {
      setAsking(false)
      void mutate(swrKeys.connection)
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-sm text-muted">
        {said}
      </p>
      <Button onClick={() => void ask()} disabled={isAsking}>
        {isAsking ? 'Asking Ribbon…' : 'Check now'}
      </Button>
    </div>
  )
}
