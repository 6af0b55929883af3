'use client'

import { PictureInPicture2 } from '../ui/icons'
import type { RefObject } from 'react'
import { useInBrowser } from '../in-browser'
import { Button } from '../ui/button'

/** Takes the video out of the page, where the browser can. */
export function PictureInPicture({ video }: { video: RefObject<HTMLVideoElement | null> }) {
  // Most can: where one cannot, the button goes once the page is alive.
  const isOffered = useInBrowser(() => document.pictureInPictureEnabled, true)
  if (!isOffered) return null

  const toggle = () => {
    // The browser refuses before the video is loaded: then nothing happens, and the button is still there.
    const isOut = document.pictureInPictureElement !== null && document.pictureInPictureElement === video.current
    const done = isOut ? document.exitPictureInPicture() : video.current?.requestPictureInPicture()
    void done?.catch(() => {})
  }
  return (
    <Button
      look="quiet"
      size="small"
      // The narrowest phones have no room for it in the row.
      className="max-[360px]:hidden"
      aria-label="Picture in picture"
      title="Picture in picture"
      onClick={toggle}
    >
      <PictureInPicture2 size={14} />
    </Button>
  )
}
