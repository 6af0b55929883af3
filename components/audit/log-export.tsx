import { Download } from '../ui/icons'
import { exportUrl, type ExportFormat } from '../exports/export-url'
import { usualFormat } from '../exports/table-format'
import { useStoreFile } from '../exports/use-store-file'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import { useConnectivity } from '../use-connectivity'

/** All of the log as it is narrowed now; `search` is the page's. */
export function LogExport({ search }: { search: string }) {
  const { is } = useConnectivity()
  const { store, isStoring, failure } = useStoreFile()
  const write = (format: ExportFormat) => {
    const table = usualFormat(navigator.language)
    void store(exportUrl(search, { format, table, bom: true }, 'audit'))
  }
  return (
    <span className="flex min-w-0 items-center">
      {failure && (
        <span role="alert" className="truncate text-xs text-bad">
          {failure}
        </span>
      )}
      <Menu
        kind="act"
        align="end"
        disabled={isStoring || is === 'offline'}
        className={buttonClass('quiet', 'small')}
        choices={[
          { key: 'csv', label: 'CSV, for a spreadsheet', choose: () => write('csv') },
          { key: 'json', label: 'JSON, for a program', choose: () => write('json') },
        ]}
      >
        <Download size={13} /> {isStoring ? 'Writing…' : 'Export'}
      </Menu>
    </span>
  )
}
