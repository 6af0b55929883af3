import { comparePath, type CompareLink, type CompareView } from '@/lib/compare/link'
import { PageLink } from '../ui/page-link'

const NAMES: Record<CompareView, string> = { question: 'By question', matrix: 'Matrix', side: 'Side by side' }
const VIEWS: CompareView[] = ['question', 'matrix', 'side']

/** Whether a question is compared, or all of them at once, or a few candidates. */
export function ViewChoice({ link }: { link: CompareLink }) {
  return (
    <nav aria-label="View" className="flex rounded-md border border-edge p-0.5 print:hidden">
      {VIEWS.map((view) => (
        <PageLink
          key={view}
          href={comparePath({ ...link, view })}
          aria-current={view === link.view ? 'page' : undefined}
          className="flex h-7 items-center rounded px-2.5 text-muted aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-11"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
            event.preventDefault()
            window.history.pushState(null, '', comparePath({ ...link, view }))
          }}
        >
          {NAMES[view]}
          {view === 'side' && link.ids.length > 0 && (
            <span className="ml-1.5 text-faint numeric">{link.ids.length}</span>
          )}
        </PageLink>
      ))}
    </nav>
  )
}
