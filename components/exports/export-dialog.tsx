import { useState } from 'react'
import useSWR from 'swr'
import { isMore } from '@/lib/interviews/list/counted'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { boundedCount } from '../bounded-count'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { Select } from '../ui/select'
import { useConnectivity } from '../use-connectivity'
import { exportUrl, firstOf, type ExportFormat } from './export-url'
import { TABLE_FORMATS, usualFormat, type TableFormat } from './table-format'
import { useStoreFile } from './use-store-file'

const FORMATS: { key: ExportFormat; label: string }[] = [
  { key: 'csv', label: 'CSV, for a spreadsheet' },
  { key: 'json', label: 'JSON, for a program' },
]
const TABLES = Object.entries(TABLE_FORMATS).map(([key, { label }]) => ({ key: key as TableFormat, label }))

type Props = {
  search: string
  /** A bounded count. */
  total: number
  /** The ids of those that are exported where it is not all of the list. */
  chosen?: string[]
  onClose: () => void
}

/** Says what an export has in it, how much of it to the last one, and has it stored. */
export function ExportDialog({ search, total, chosen, onClose }: Props) {
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [table, setTable] = useState<TableFormat>(() => usualFormat(navigator.language))
  const [bom, setBom] = useState(true)
  const { is } = useConnectivity()
  const { store, isStoring, failure } = useStoreFile()
  const whole = isMore(total) && !chosen ? swrKeys.counted(firstOf(search)) : null
  const { data: counted } = useSWR<InterviewPage, Error>(whole, fetchJson, { revalidateOnFocus: false })
  const count = counted?.total.toLocaleString('en-US') ?? boundedCount(total)
  const write = async () => {
    const init = chosen ? { method: 'POST', body: JSON.stringify({ interviewIds: chosen }) } : {}
    if (await store(exportUrl(search, { format, table, bom }), init)) onClose()
  }
  return (
    <Modal
      title={`Export ${count} ${total === 1 ? 'interview' : 'interviews'}`}
      titleClass="font-semibold"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-1 mb-4 text-muted">
        {chosen ? 'What is selected, in the order of the list' : 'All of this list as it is narrowed and sorted now'},
        with emails and links. What is hidden from you says hidden.
      </p>
      <div className="flex flex-col gap-4">
        <Select label="Format" value={format} choices={FORMATS} disabled={isStoring} onChange={setFormat} />
        {format === 'csv' && (
          <>
            <Select
              label="Between the columns"
              value={table}
              choices={TABLES}
              disabled={isStoring}
              onChange={setTable}
            />
            <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={bom}
                disabled={isStoring}
                onChange={(event) => setBom(event.target.checked)}
              />
              Mark the file as UTF-8, so that Excel shows é and 渡
            </label>
          </>
        )}
        <div className="flex flex-row-reverse items-center gap-2">
          <Button look="primary" disabled={isStoring || is === 'offline'} onClick={() => void write()}>
            {isStoring ? 'Writing…' : 'Export'}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
      <p role="alert" className={`text-sm ${failure ? 'mt-3 text-bad' : 'text-muted'}`}>
        {failure ?? (is === 'offline' && 'You are offline. An export is written by Debrief, once you are back.')}
      </p>
    </Modal>
  )
}
