import { SearchThin, Settings, UserRound } from '../ui/icons'
import type { Role } from '@/lib/auth/permissions'
import type { Author } from '@/lib/members/member'
import { UnsentCount } from '../notes/unsent-count'
import { paletteOpen } from '../palette/palette-open'
import { SignOutButton } from '../sign-in/sign-out-button'
import { useTrouble } from '../trouble/use-trouble'
import { Button, buttonClass } from '../ui/button'
import { Modal } from '../ui/modal'
import { UnsentRatingCount } from '../compare/unsent-rating-count'
import { UnsentStatusCount } from '../status/unsent-status-count'
import { UnsentVoteCount } from '../votes/unsent-vote-count'
import { PageLink } from '../ui/page-link'
import { Account } from './account'
import { ACCOUNT, settingsPlaces } from './destinations'
import { FreshnessLine } from './freshness-line'

type Props = { me: Author; role: Role; onClose: () => void }

/** From the foot of a narrow screen, beside the rail of a wider one. */
export function AccountMenu({ me, role, onClose }: Props) {
  const trouble = useTrouble()
  return (
    <Modal
      title="Menu"
      titleClass="sr-only"
      className="bottom-2 w-[min(26rem,calc(100vw-1rem))] -translate-x-1/2 p-4 lg:left-20 lg:w-72 lg:translate-x-0 sidebar:left-2"
      onClose={onClose}
    >
      <div className="flex items-center justify-between gap-3">
        <Account me={me} role={role} />
        <SignOutButton className="-mr-2 h-11 px-3" onGo={onClose} />
      </div>
      <div className="mt-3 space-y-2 border-y border-line py-3">
        {trouble && (
          <p className="text-xs">
            <strong className="font-medium">{trouble.cause}</strong> {trouble.wayOut}
          </p>
        )}
        <UnsentVoteCount onGo={onClose} />
        <UnsentRatingCount onGo={onClose} />
        <UnsentStatusCount onGo={onClose} />
        <UnsentCount onGo={onClose} />
        <FreshnessLine />
      </div>
      {settingsPlaces(role).map(({ href, label }) => (
        <PageLink
          key={href}
          href={href}
          onClick={onClose}
          className={`${buttonClass('quiet', 'regular')} mt-2 -mb-1 lg:hidden ${ROW}`}
        >
          <Settings size={16} className="shrink-0" />
          {label}
        </PageLink>
      ))}
      <PageLink
        href={ACCOUNT.href}
        onClick={onClose}
        className={`${buttonClass('quiet', 'regular')} mt-2 -mb-1 ${ROW}`}
      >
        <UserRound size={16} className="shrink-0" />
        {ACCOUNT.label}
      </PageLink>
      <Button
        look="quiet"
        className={`mt-2 -mb-2 ${ROW}`}
        onClick={() => {
          onClose()
          paletteOpen.set(true)
        }}
      >
        <SearchThin size={16} className="shrink-0" />
        Jump to a candidate or a flow
      </Button>
    </Modal>
  )
}

const ROW = '-ml-2 h-11 w-[calc(100%+1rem)] justify-start px-2'
