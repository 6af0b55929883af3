import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM, MenuMark } from '../ui/menu'
import { FASTEST, SLOWEST } from './playback'
import { usePlayback, usePlaybackState } from './playback-context'

const RATES = [SLOWEST, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, FASTEST]

export function SpeedMenu() {
  const playback = usePlayback()
  const { rate } = usePlaybackState()
  const trigger = (
    <DropdownMenu.Trigger className={`numeric ${buttonClass('quiet', 'small')}`} aria-label={`Speed: ${rate}×`}>
      {rate}×
    </DropdownMenu.Trigger>
  )
  return (
    <Menu trigger={trigger} align="end">
      <DropdownMenu.RadioGroup value={String(rate)} onValueChange={(value) => playback.setRate(Number(value))}>
        {RATES.map((one) => (
          <DropdownMenu.RadioItem key={one} value={String(one)} className={`numeric ${MENU_ITEM}`}>
            <MenuMark>
              <Check size={14} aria-hidden="true" />
            </MenuMark>
            {one}×
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  )
}
