export const PANELS = ['transcript', 'summary', 'scores', 'questions', 'notes'] as const
export type PanelName = (typeof PANELS)[number]

/** Kept in a cookie, so that the server already draws the panel that this reader chose last. */
export const PANEL_COOKIE = 'debrief-panel'

type Asked = {
  /** Of the address. */
  panel: string | null
  /** What this reader chose last. */
  kept: string | undefined
  /** They come by a link to the interview as a whole, and not from a list or anew. */
  isLink: boolean
}

/** Whoever comes by a link wants to hear answers; anybody else goes on with the panel that they chose last. */
export function firstPanel({ panel, kept, isLink }: Asked): PanelName {
  return named(panel) ?? (isLink ? 'questions' : (named(kept) ?? 'transcript'))
}

function named(panel: string | null | undefined): PanelName | undefined {
  return PANELS.find((name) => name === panel)
}
