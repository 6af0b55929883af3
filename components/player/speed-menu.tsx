import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import { FASTEST, SLOWEST } from './playback-state'
import { usePlayback, usePlaybackState } from './playback-context'

const RATES = [SLOWEST, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, FASTEST]

export function SpeedMenu() {
  const playback = usePlayback()
  const { rate } = usePlaybackState()
  const choices = RATES.map((one) => ({
    key: String(one),
    label: `${one}×`,
    isChosen: one === rate,
    choose: () => playback.setRate(one),
  }))
  return (
    <Menu
      className={`numeric ${buttonClass('quiet', 'small')}`}
      label={`Speed: ${rate}×`}
      align="end"
      kind="one"
      choices={choices}
    >
      {rate}×
    </Menu>
  )
}
