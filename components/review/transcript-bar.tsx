import { guarded } from '../guarded'
import { CopyMoment } from '../transcript/copy-moment'
import { FindBar } from '../transcript/find-bar'
import { HeardMeter } from './heard/heard-meter'
import { PrintButton } from './print/print-button'
import { Shortcuts } from './keys/shortcuts'

/** Above the transcript: what can be done with all of it. */
export const TranscriptBar = guarded('The bar of the transcript', function TranscriptBar() {
  return (
    <div className="@container flex h-10 shrink-0 items-center gap-1 border-b border-line px-2 max-lg:sticky max-lg:top-11 max-lg:z-10 max-lg:bg-canvas lg:px-4 print:hidden max-lg:low:static">
      <FindBar />
      <span className="ml-auto" />
      <HeardMeter />
      <CopyMoment />
      <PrintButton />
      <Shortcuts />
    </div>
  )
})
