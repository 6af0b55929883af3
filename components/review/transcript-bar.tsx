'use client'

import { guarded } from '../guarded'
import { DownloadMenu } from '../exports/download-menu'
import { CopyMoment } from '../transcript/copy-moment'
import { FindBar } from '../transcript/find-bar'
import { HeardMeter } from './heard/heard-meter'
import { PrintButton } from '../ui/print-button'
import { Shortcuts } from './keys/shortcuts'

/** Above the transcript: what can be done with all of it. */
export const TranscriptBar = guarded(
  'The bar of the transcript',
  function TranscriptBar({ mayExport }: { mayExport: boolean }) {
    return (
      <div className="group/bar @container flex h-10 shrink-0 items-center gap-1 border-b border-line px-2 max-lg:sticky max-lg:top-[calc(var(--room-header,0px)+2.75rem)] max-lg:z-10 max-lg:bg-canvas lg:px-4 print:hidden pointer-coarse:h-12 max-lg:low:static">
        <FindBar />
        <div className={REST}>
          <span className="ml-auto" />
          <HeardMeter />
          <CopyMoment />
          <PrintButton />
          <DownloadMenu mayExport={mayExport} />
          <Shortcuts />
        </div>
      </div>
    )
  },
)

/** Where there is room for one of them, what is looked for has it. */
const REST = 'contents group-has-[[role=search]_button]/bar:@max-md:hidden'
