'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { PANEL_COOKIE, type PanelName } from './panel-name'

type Panel = { panel: PanelName; choose: (panel: PanelName) => void }

const PanelContext = createContext<Panel | null>(null)

/** Which part of the review is shown: remembered, so that the server draws the next one so too. A link that names one names the one that is shown. */
export function PanelProvider({ initial, children }: { initial: PanelName; children: ReactNode }) {
  const [panel, setPanel] = useState(initial)
  const choose = useCallback((chosen: PanelName) => {
    setPanel(chosen)
    const url = new URL(window.location.href)
    if (url.searchParams.has('panel')) {
      url.searchParams.set('panel', chosen)
      window.history.replaceState(null, '', url)
    }
    document.cookie = `${PANEL_COOKIE}=${chosen}; path=/; max-age=31536000; samesite=lax`
  }, [])
  const value = useMemo(() => ({ panel, choose }), [panel, choose])
  return <PanelContext value={value}>{children}</PanelContext>
}

export function usePanel(): Panel {
  const panel = useContext(PanelContext)
  if (!panel) throw new Error('usePanel needs a PanelProvider above it')
  return panel
}
