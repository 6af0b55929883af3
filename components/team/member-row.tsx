import { ChevronDown, Ellipsis } from '../ui/icons'
import { memberLabel, type Member } from '@/lib/members/member'
import { waysInWords } from '@/lib/members/ways-in-words'
import { useNow } from '../now'
import { TimeAgo } from '../time-ago'
import { Menu } from '../ui/menu/menu'
import { actChoices, roleChoices, type Acts } from './member-choices'
import { ROLE_WORDS, scopeWords, type PlaceNames } from './member-words'
import type { Members } from './use-members'

/** Name, role, what they see, how they sign in, last here, what else can be done: one grid for every row. */
export const MEMBER_GRID =
  'grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-x-3 md:grid-cols-[minmax(0,1fr)_7rem_minmax(0,13rem)_7.5rem_6rem_2.75rem]'
const CHOICE =
  'flex h-8 max-w-[calc(100%+0.5rem)] items-center gap-1 rounded-md px-2 text-left hover:bg-hover pointer-coarse:h-11 -ml-2'

type Props = Acts & {
  member: Member
  isMe: boolean
  names: PlaceNames
  now: number
  members: Members
  onScope: () => void
  onRemove: () => void
}

export function MemberRow({ member, isMe, names, now, members, onScope, onRemove, ...on }: Props) {
  const { name, email, role, scope, disabledAt, lastSeenAt } = member
  const label = memberLabel(member)
  const sees = scopeWords(scope, names)
  const waysIn = waysInWords(member) || '–'
  const here = useNow(now)
  return (
    <li className={`${MEMBER_GRID} border-b border-line py-1.5 ${disabledAt ? 'text-muted' : ''}`}>
      <div className="min-w-0">
        <p className="truncate font-medium" title={label}>
          <bdi>{label}</bdi>
          {isMe && <span className="ml-1.5 text-xs font-normal text-muted">You</span>}
        </p>
        {name !== null && (
          <p className="truncate text-xs text-muted" title={email}>
            {email}
          </p>
        )}
      </div>
      <div className="max-md:order-2 max-md:col-span-2 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 md:contents">
        <div className="min-w-0">
          {isMe ? (
            <span>{ROLE_WORDS[role].name}</span>
          ) : (
            <Menu
              kind="one"
              className={CHOICE}
              label={`Role of ${label}: ${ROLE_WORDS[role].name}`}
              choices={roleChoices(member, members)}
            >
              {ROLE_WORDS[role].name}
              <ChevronDown size={14} className="shrink-0 text-faint" />
            </Menu>
          )}
        </div>
        <div className="min-w-0">
          {role === 'admin' ? (
            <span className="text-muted">{sees}</span>
          ) : (
            <button
              type="button"
              className={CHOICE}
              title={sees}
              aria-label={`What ${label} sees: ${sees}`}
              onClick={onScope}
            >
              <bdi className="min-w-0 truncate">{sees}</bdi>
              <ChevronDown size={14} className="shrink-0 text-faint" />
            </button>
          )}
        </div>
        <p className="truncate text-muted first-letter:uppercase" title={waysIn}>
          {waysIn}
        </p>
        <p className="truncate text-muted">
          {disabledAt ? 'Disabled' : lastSeenAt ? <TimeAgo at={lastSeenAt} now={here} /> : 'Never here'}
        </p>
      </div>
      <div className="justify-self-end max-md:order-1">
        {!isMe && (
          <Menu
            kind="act"
            align="end"
            className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
            label={`More about ${label}`}
            choices={actChoices(member, members, on)}
            below={{ label: 'Remove…', act: onRemove }}
          >
            <Ellipsis size={16} />
          </Menu>
        )}
      </div>
    </li>
  )
}
