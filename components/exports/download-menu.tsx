'use client'

import { Download } from '../ui/icons'
import { useMemo } from 'react'
import { useCommands } from '../palette/offered-commands'
import { useTranscript } from '../transcript/transcript-context'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import { useConnectivity } from '../use-connectivity'
import { storeFile } from './store-file'
import { filesOf } from './interview-files'
import { useStoreFile } from './use-store-file'

/** The files of the interview whose transcript this stands above; Debrief writes them, so without a network there are none. */
export function DownloadMenu({ mayExport }: { mayExport: boolean }) {
  const { interviewId, times } = useTranscript()
  const { is } = useConnectivity()
  const { store, failure } = useStoreFile()
  const isTimed = times.some(({ start }) => start !== null)
  const files = useMemo(() => filesOf({ interviewId, isTimed, mayExport }), [interviewId, isTimed, mayExport])
  const commands = useMemo(
    () => files.map(({ command, url }) => ({ id: command, label: command, isSlow: true, run: () => storeFile(url) })),
    [files],
  )
  useCommands('download', commands)
  const isOffline = is === 'offline'
  return (
    <span
      className="flex min-w-0 items-center max-lg:hidden"
      title={isOffline ? 'You are offline: Debrief writes these files, once you are back.' : 'Download'}
    >
      {failure && (
        <span role="alert" className="truncate text-xs text-bad">
          {failure}
        </span>
      )}
      <Menu
        className={buttonClass('quiet', 'small')}
        align="end"
        kind="act"
        disabled={isOffline}
        choices={files.map(({ label, url }) => ({ key: url, label, choose: () => void store(url) }))}
      >
        <Download size={14} />
        <span className="@max-[48rem]:sr-only">Download</span>
      </Menu>
    </span>
  )
}
