import { Download } from '../ui/icons'
import { Button } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'

const load = () => import('./export-dialog').then(({ ExportDialog }) => ExportDialog)

type Props = {
  /** The list's. */
  search: string
  /** How many interviews it has, as a bounded count. */
  total: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The dialog's script comes when it is first asked for. */
export function ExportButton({ search, total, open, onOpenChange }: Props) {
  const [ExportDialog] = useFocusTaker(load, open, () => onOpenChange(false))
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-haspopup="dialog"
        className="max-lg:hidden"
        onPointerEnter={() => void load().catch(() => {})}
        onClick={() => onOpenChange(true)}
      >
        <Download size={13} /> Export
      </Button>
      {ExportDialog && open && <ExportDialog search={search} total={total} onClose={() => onOpenChange(false)} />}
    </>
  )
}
