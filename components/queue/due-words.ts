const DAY_MS = 86_400_000

/** By when something is wanted, as the reader says it on their day `today`; both are as 2026-01-31. */
export function dueWords(dueOn: string, today: string, locale?: string): { text: string; isOverdue: boolean } {
  const due = dayTime(dueOn)
  const days = Math.round((due - dayTime(today)) / DAY_MS)
  if (days < 0) return { text: days === -1 ? '1 day overdue' : `${-days} days overdue`, isOverdue: true }
  if (days === 0) return { text: 'due today', isOverdue: false }
  if (days === 1) return { text: 'due tomorrow', isOverdue: false }
  const style = days < 7 ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  const day = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(due)
  return { text: `due ${day}`, isOverdue: false }
}

/** The day of the calendar at that place, of the browser's where none is named. */
export function localDay(now: Date, timeZone: string | null): string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    timeZone: timeZone ?? undefined,
  })
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

function dayTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
