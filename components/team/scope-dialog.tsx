import { useState } from 'react'
import { NO_SCOPE, type Scope } from '@/lib/auth/member-scope'
import type { NamedFlow } from '@/lib/flows/flow'
import { memberLabel, type Member } from '@/lib/members/member'
import type { Team } from '@/lib/teams/team'
import { RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useSending } from '../use-sending'
import { scopeAgain } from './member-choices'
import { ScopeChoice } from './scope-choice'
import type { Members } from './use-members'

type Props = { member: Member; teams: Team[]; flows: NamedFlow[]; members: Members; onClose: () => void }

/** What a member sees, changed as a whole: of what they saw when it was opened, or else what they see by now is shown instead. */
export function ScopeDialog({ member, teams, flows, members, onClose }: Props) {
  const [seen, setSeen] = useState(member)
  const [scope, setScope] = useState<Scope>(seen.scope)
  const { isSending, failure, send } = useSending()
  const label = memberLabel(member)
  const showNow = async () => {
    const now = await members.reread(seen)
    if (!now) return
    setSeen(now)
    setScope(now.scope)
  }
  const change = async () => {
    const sentence = `${label} sees ${scope === 'all' ? 'everything' : 'what you chose'} from now on.`
    try {
      await members.change(seen, { scope }, { sentence, undo: scopeAgain(seen) })
    } catch (reason) {
      if (reason instanceof RequestFailed && reason.code === 'member_changed') await showNow()
      throw reason
    }
  }
  const save = async () => {
    if (await send(change)) onClose()
  }
  return (
    <Modal
      title={`What ${label} sees`}
      titleClass="font-semibold wrap-anywhere"
      className="top-[8dvh] flex max-h-[84dvh]! w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 flex-col p-5 max-sm:top-2 max-sm:max-h-[calc(100dvh-1rem)]! max-sm:w-[calc(100vw-1rem)]"
      onClose={onClose}
    >
      <p className="mt-1 mb-3 text-muted">
        Whatever else there is does not exist for them, on their next request already.
      </p>
      <ScopeChoice
        key={JSON.stringify([seen.role, seen.scope, seen.disabledAt])}
        scope={scope}
        {...{ teams, flows }}
        onChange={setScope}
      />
      <p role="status" className={`mt-2 min-h-5 text-xs ${failure ? 'text-bad' : 'text-muted'}`}>
        {failure ?? (isNothing(scope) && 'Nothing is chosen: they can sign in and see no interview.')}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look="primary" disabled={isSending} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </Modal>
  )
}

function isNothing(scope: Scope): boolean {
  return JSON.stringify(scope) === JSON.stringify(NO_SCOPE)
}
