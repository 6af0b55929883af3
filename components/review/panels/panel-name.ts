export const PANELS = ['transcript', 'summary', 'scores', 'questions', 'notes'] as const
export type PanelName = (typeof PANELS)[number]

/** Kept in a cookie, so that the server already draws the panel that this reader chose last. */
export const PANEL_COOKIE = 'debrief-panel'

export function readPanel(value: string | undefined): PanelName {
  return PANELS.find((name) => name === value) ?? 'transcript'
}
