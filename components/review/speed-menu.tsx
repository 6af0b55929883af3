import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { buttonClass } from '../ui/button'
import { FASTEST, SLOWEST } from './playback'
import { usePlayback, usePlaybackState } from './playback-context'

const RATES = [SLOWEST, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, FASTEST]

export function SpeedMenu() {
  const playback = usePlayback()
  const { rate } = usePlaybackState()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={`numeric ${buttonClass('quiet', 'small')}`} aria-label={`Speed: ${rate}×`}>
        {rate}×
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 min-w-28 rounded-md bg-raised p-1 shadow-float"
        >
          <DropdownMenu.RadioGroup value={String(rate)} onValueChange={(value) => playback.setRate(Number(value))}>
            {RATES.map((one) => (
              <DropdownMenu.RadioItem
                key={one}
                value={String(one)}
                className="flex h-8 items-center gap-2 rounded px-2 text-sm numeric outline-none data-highlighted:bg-hover"
              >
                <span className="w-4 text-accent">
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                {one}×
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
