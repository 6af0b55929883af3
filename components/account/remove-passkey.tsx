import type { Passkey } from '@/lib/passkeys/passkey'
import { ConfirmRemoval } from '../ui/confirm-removal'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

type Props = { passkey: Passkey; onRemoved: () => void; onClose: () => void }

export function RemovePasskey({ passkey: { id, name, isThisOne }, onRemoved, onClose }: Props) {
  const remove = async () => {
    const url = `${swrKeys.passkeys}/${id}`
    const { endedThisOne } = await fetchJson<{ endedThisOne: boolean }>(url, { method: 'DELETE' })
    if (endedThisOne) window.location.assign('/sign-in')
    onRemoved()
  }
  return (
    <ConfirmRemoval title={`Remove ${name}?`} remove={remove} onClose={onClose}>
      It signs you in no more, and you are signed out wherever it did{isThisOne && ': here too'}. Your device may go on
      offering it until you delete it there.
    </ConfirmRemoval>
  )
}
