import { useState } from 'react'
import type { Passkey } from '@/lib/passkeys/passkey'
import { fetchJson } from '../fetch-json'
import { isComposing } from '../key-pressed'
import { swrKeys } from '../swr-keys'
import { SaidAgo } from '../said-ago'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { useSending } from '../use-sending'

type Props = { passkey: Passkey; now: number; onRenamed: () => void; onRemove: () => void }

export function PasskeyRow({ passkey, now, onRenamed, onRemove }: Props) {
  const { name, createdAt, lastUsedAt, isThisOne } = passkey
  const [isNaming, setNaming] = useState(false)
  const stop = () => setNaming(false)
  return (
    <li className="flex items-center gap-1 py-2 first:pt-0">
      {isNaming ? (
        <NewName passkey={passkey} onRenamed={onRenamed} onDone={stop} />
      ) : (
        <>
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium" title={name}>
              <bdi>{name}</bdi>
            </p>
            <p className="truncate text-xs text-muted">
              {isThisOne ? (
                <span className="text-good">Signed you in here</span>
              ) : (
                <>
                  Added <SaidAgo at={createdAt} now={now} />
                </>
              )}
              {' · '}
              {lastUsedAt ? (
                <>
                  Last used <SaidAgo at={lastUsedAt} now={now} />
                </>
              ) : (
                'Never used'
              )}
            </p>
          </div>
          <Button look="quiet" size="small" aria-label={`Rename ${name}`} onClick={() => setNaming(true)}>
            Rename
          </Button>
          <Button look="quiet" size="small" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </>
      )}
    </li>
  )
}

function NewName({ passkey, onRenamed, onDone }: Pick<Props, 'passkey' | 'onRenamed'> & { onDone: () => void }) {
  const [typed, setTyped] = useState(passkey.name)
  const { isSending, failure, send } = useSending()
  const save = async () => {
    const body = JSON.stringify({ name: typed })
    if (!(await send(() => fetchJson(`${swrKeys.passkeys}/${passkey.id}`, { method: 'PATCH', body })))) return
    onRenamed()
    onDone()
  }
  return (
    <form
      className="flex min-w-0 flex-1 items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label="New name"
        className="min-w-0 flex-1"
        value={typed}
        error={failure}
        maxLength={80}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- It stands where the button was that was pressed.
        autoFocus
        required
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Escape' && !isComposing(nativeEvent)) onDone()
        }}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" className="mt-6.5" disabled={isSending || typed.trim() === ''}>
        Save
      </Button>
      <Button look="quiet" className="mt-6.5" disabled={isSending} onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}
