'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fetchJson } from '../fetch-json'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { useSending } from '../use-sending'

export function NameForm({ name }: { name: string | null }) {
  const [typed, setTyped] = useState(name ?? '')
  const [isSaved, setSaved] = useState(false)
  const { isSending, failure, send } = useSending()
  const router = useRouter()
  const save = async () => {
    if (!(await send(() => fetchJson('/api/account/name', { method: 'PUT', body: JSON.stringify({ name: typed }) }))))
      return
    setSaved(true)
    router.refresh()
  }
  return (
    <form
      className="flex max-w-md items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label="Your name"
        className="min-w-0 flex-1"
        value={typed}
        error={failure}
        autoComplete="name"
        required
        onChange={({ target }) => {
          setTyped(target.value)
          setSaved(false)
        }}
      />
      <Button type="submit" className="mt-6.5" disabled={isSending || typed.trim() === (name ?? '')}>
        <span role="status">{isSaved && typed.trim() === name ? 'Saved' : 'Save'}</span>
      </Button>
    </form>
  )
}
