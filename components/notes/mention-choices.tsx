import { memberLabel, type Author } from '@/lib/members/member'

type Props = { choices: Author[]; active: number; listId: string; take: (member: Author) => void }

export function MentionChoices({ choices, active, listId, take }: Props) {
  if (choices.length === 0) return null
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Members"
      className="absolute inset-x-0 top-full z-10 mt-1 rounded-md bg-raised p-1 shadow-float"
    >
      {choices.map((member, index) => (
        <div
          key={member.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault()
            take(member)
          }}
          className="cursor-default truncate rounded px-2 py-1.5 aria-selected:bg-hover pointer-coarse:py-3"
        >
          <bdi>{memberLabel(member)}</bdi>
          {member.name !== null && <span className="ml-2 text-xs text-muted">{member.email}</span>}
        </div>
      ))}
    </div>
  )
}
