import type { Passkey } from '@/lib/passkeys/passkey'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useSending } from '../use-sending'

type Props = { passkey: Passkey; onRemoved: () => void; onClose: () => void }

/** Before what cannot be undone. */
export function RemovePasskey({ passkey: { id, name, isThisOne }, onRemoved, onClose }: Props) {
  const { isSending, failure, send } = useSending()
  const remove = async () => {
    const isDone = await send(async () => {
      const url = `${swrKeys.passkeys}/${id}`
      const { endedThisOne } = await fetchJson<{ endedThisOne: boolean }>(url, { method: 'DELETE' })
      if (endedThisOne) window.location.assign('/sign-in')
    })
    if (!isDone) return
    onRemoved()
    onClose()
  }
  return (
    <Modal
      title={`Remove ${name}?`}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-2 text-muted">
        It signs you in no more, and you are signed out wherever it did{isThisOne && ': here too'}. Your device may go
        on offering it until you delete it there.
      </p>
      <p role="status" className="mt-2 min-h-5 text-xs text-bad">
        {failure}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Keep
        </Button>
        <Button className="text-bad" disabled={isSending} onClick={() => void remove()}>
          Remove
        </Button>
      </div>
    </Modal>
  )
}
