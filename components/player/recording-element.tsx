'use client'

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { onPageLoaded } from '../page-loaded'
import { findPreloaded, takePreloaded } from './preloaded'

type Props = {
  /** Called with the element, and with null when it goes. */
  onMedia: (media: HTMLVideoElement | null) => void
  kind: 'audio' | 'video'
  src: string
  onPlay: () => void
}

/**
 * What plays: the element that has loaded the recording already, where one has, or a new one. Of what is heard and not seen
 * nothing is loaded before the page is, unless somebody presses Play.
 */
export function RecordingElement({ onMedia, kind, src, onPlay }: Props) {
  const [preloaded] = useState(() => findPreloaded(src))
  const media = useRef<HTMLVideoElement>(null)
  const setMedia = useCallback(
    (element: HTMLVideoElement | null) => {
      media.current = element
      onMedia(element)
    },
    [onMedia],
  )
  useEffect(() => {
    const left = new AbortController()
    const load = () => {
      if (media.current) media.current.preload = 'metadata'
    }
    onPageLoaded(load, left.signal)
    return () => left.abort()
  }, [])
  const className =
    kind === 'video'
      ? 'mx-auto aspect-video max-h-[32dvh] w-full bg-black object-contain max-lg:max-h-[22dvh]'
      : 'hidden'
  if (preloaded) return <Preloaded onMedia={onMedia} preloaded={preloaded} className={className} onPlay={onPlay} />
  const Media = kind
  return (
    <Media
      ref={setMedia}
      src={src}
      preload={kind === 'video' ? 'metadata' : 'none'}
      onPlay={onPlay}
      playsInline={kind === 'video' || undefined}
      aria-label="Recording"
      className={className}
    />
  )
}

type PreloadedProps = Pick<Props, 'onMedia' | 'onPlay'> & { preloaded: HTMLMediaElement; className: string }

function Preloaded({ onMedia, preloaded, className, onPlay }: PreloadedProps) {
  const place = useRef<HTMLDivElement>(null)
  const play = useEffectEvent(onPlay)
  // Before the player takes it over.
  useLayoutEffect(() => {
    const leave = settle(preloaded, { place: place.current, className, onPlay: () => play() })
    onMedia(preloaded as HTMLVideoElement)
    return () => {
      onMedia(null)
      leave()
    }
  }, [onMedia, preloaded, className])
  return <div ref={place} className="contents" />
}

type Settling = { place: HTMLElement | null; className: string; onPlay: () => void }

/** Puts an element of before into the page, until the returned function is called. */
function settle(media: HTMLMediaElement, { place, className, onPlay }: Settling): () => void {
  const left = new AbortController()
  takePreloaded(media)
  media.className = className
  media.setAttribute('aria-label', 'Recording')
  if (media instanceof HTMLVideoElement) media.playsInline = true
  media.addEventListener('play', onPlay, { signal: left.signal })
  place?.replaceChildren(media)
  return () => {
    left.abort()
    media.pause()
    media.remove()
  }
}
