'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { CornerNotice } from '../ui/corner-notice'
import type { Connectivity } from '../connectivity'
import { useConnectivity } from '../use-connectivity'
import { pageName } from './page-name'
import type { AwaitedPage } from './page-requests'
import { pages } from './pages'
import { useAwaited } from './use-awaited'

/** That a page was gone to which nobody answers: what is on the screen stays until somebody does. */
export function AwaitedNotice() {
  const page = useAwaited()
  const address = `${usePathname()}?${useSearchParams().toString()}`
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- What is shown is another page, and nothing else tells so.
  useEffect(() => pages.forget(), [address])
  return page && !isShown(page) && <Notice key={page.href} page={page} />
}

function Notice({ page: { href, how } }: { page: AwaitedPage }) {
  const router = useRouter()
  const { is } = useConnectivity()
  // The link may be gone by the time that this is drawn again.
  const [name] = useState(() => pageName(href))
  return (
    <CornerNotice>
      <p className="min-w-0 flex-1 wrap-anywhere">
        {REASONS[is]} <bdi>{name}</bdi> {is === 'offline' ? 'opens when you are back.' : 'opens once it does.'}
      </p>
      {how !== 'traverse' && (
        <Button
          size="small"
          className="shrink-0"
          // To the page where one is: the router then gives up what it was asked for before.
          onClick={() => router.replace(window.location.href, { scroll: false })}
        >
          Stay here
        </Button>
      )}
    </CornerNotice>
  )
}

const REASONS: Record<Connectivity['is'], string> = {
  offline: 'You are offline.',
  silent: 'Debrief is not answering.',
  out: 'Debrief’s database is not answering.',
  // Somebody has just answered something else.
  online: 'Debrief is not answering.',
}

/** Only back and forward change the address before the page is there. */
function isShown({ href, how }: AwaitedPage): boolean {
  return how !== 'traverse' && href === window.location.pathname + window.location.search
}
