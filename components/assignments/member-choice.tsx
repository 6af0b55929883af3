import type { Assignable } from '@/lib/assignments/assignment'
import { memberLabel, memberTitle } from '@/lib/members/member'

type Props = { assignable: Assignable | undefined; chosen: string[]; onChoose: (memberIds: string[]) => void }

/** Each member who sees any of these interviews, with how many they have and how many they see where that is not all. */
export function MemberChoice({ assignable, chosen, onChoose }: Props) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1.5 text-sm font-medium">Who</legend>
      <ul className="max-h-56 overflow-y-auto scroll-edges">
        {assignable?.members.map(({ member, sees, assigned }) => (
          <li key={member.id}>
            <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(member.id)}
                onChange={({ target }) =>
                  onChoose(target.checked ? [...chosen, member.id] : chosen.filter((id) => id !== member.id))
                }
              />
              <bdi className="min-w-0 truncate" title={memberTitle(member)}>
                {memberLabel(member)}
              </bdi>
              <span className="ml-auto text-xs whitespace-nowrap text-muted numeric">
                {assigned} assigned{sees < assignable.interviews && `, sees ${sees}`}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
