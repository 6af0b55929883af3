import type { ColleagueRatings } from '@/lib/compare/rating'
import { memberLabel, memberTitle } from '@/lib/members/member'

/** What colleagues gave, as soon as it may be known; nothing where none of them has rated. */
export function ColleaguesLine({ colleagues }: { colleagues: ColleagueRatings }) {
  if (colleagues.is === 'hidden') {
    return <p className="mt-1 text-xs text-faint">Colleagues’ ratings are hidden until you vote.</p>
  }
  if (colleagues.ratings.length === 0) return null
  return (
    <ul aria-label="Colleagues’ ratings" className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted">
      {colleagues.ratings.map(({ member, rating }) => (
        <li key={member.id} className="flex min-w-0 items-baseline gap-1">
          <bdi className="min-w-0 truncate" title={memberTitle(member)}>
            {memberLabel(member)}
          </bdi>
          <b className="font-semibold text-ink numeric">{rating}</b>
        </li>
      ))}
    </ul>
  )
}
