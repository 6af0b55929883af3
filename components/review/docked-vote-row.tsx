'use client'

import { useDock } from '../player/dock'
import { DockEnd } from '../ui/dock-end'
import { NoticePlace } from '../ui/notice-place'
import { VoteRow } from '../votes/vote-row'

/** On a phone, where the player would be if there were anything to play. */
export function DockedVoteRow() {
  const { docks } = useDock()
  return (
    <footer
      ref={docks}
      data-docked=""
      className="z-20 border-line bg-canvas pb-2 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-14 max-lg:border-t lg:hidden print:hidden max-lg:low:static"
    >
      <NoticePlace at="foot" />
      <VoteRow />
      <DockEnd />
    </footer>
  )
}
