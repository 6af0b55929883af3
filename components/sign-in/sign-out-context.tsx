'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { countKept, forgetMember } from '../kept-keys'
import { useOutbox } from '../notes/outbox-context'
import { useFocusTaker } from '../ui/use-loaded'
import { useVoteOutbox } from '../votes/vote-outbox-context'
import { sendSignOut } from './requests'
import type { UnsentOnes } from './unsent-dialog'

type SignOut = {
  /** Asks first where something is not sent. Throws RequestFailed where the session could not be ended. */
  leave: () => Promise<void>
}

/** Who leaves waits no longer for a network that may never answer. */
const RELEASE_MS = 5_000
const SignOutContext = createContext<SignOut | null>(null)
const load = () => import('./unsent-dialog').then(({ UnsentDialog }) => UnsentDialog)

/** Ends the session on the server, forgets what this browser keeps for the member, then leaves. */
export function SignOutProvider({ memberId, children }: { memberId: string; children: ReactNode }) {
  const { outbox } = useOutbox()
  const { outbox: voteOutbox } = useVoteOutbox()
  const [unsent, setUnsent] = useState<UnsentOnes | null>(null)
  const [UnsentDialog] = useFocusTaker(load, unsent !== null, () => setUnsent(null))

  const end = useCallback(
    async (keepWriting: boolean) => {
      await sendSignOut()
      forgetMember(memberId, { keepWriting })
      window.location.assign('/sign-in')
    },
    [memberId],
  )
  const leave = useCallback(async () => {
    // What this member has deleted cannot be deleted by nobody.
    await Promise.race([Promise.all([outbox?.release(), voteOutbox?.release()]), pause(RELEASE_MS)])
    const notes = (outbox?.waiting.length ?? 0) + countKept('draft', memberId)
    const corrections = countKept('correction', memberId)
    const votes = voteOutbox?.state.waiting.length ?? 0
    const statuses = countKept('status', memberId)
    const ratings = countKept('rating', memberId)
    const forms = countKept('form', memberId)
    const unsentOnes = { notes, corrections, votes, statuses, ratings, forms }
    if (Object.values(unsentOnes).some((count) => count > 0)) setUnsent(unsentOnes)
    else await end(false)
  }, [outbox, voteOutbox, memberId, end])

  const value = useMemo(() => ({ leave }), [leave])
  return (
    <SignOutContext value={value}>
      {children}
      {unsent && UnsentDialog && <UnsentDialog unsent={unsent} onLeave={end} onStay={() => setUnsent(null)} />}
    </SignOutContext>
  )
}

export function useSignOut(): SignOut {
  const context = useContext(SignOutContext)
  if (!context) throw new Error('useSignOut needs a SignOutProvider above it')
  return context
}

function pause(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms))
}
