import { EyeOff } from '../ui/icons'
import { useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover/popover'
import { useFocusTaker } from '../ui/use-loaded'

const load = () => import('./blindness-form').then(({ BlindnessForm }) => BlindnessForm)

/** What the one flow of this list hides until somebody has voted, for those who may set it. */
export function BlindnessButton({ flowId }: { flowId: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [BlindnessForm] = useFocusTaker(load, open, () => setOpen(false))
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        size="small"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <EyeOff size={13} />
        Blind
      </Button>
      <Popover
        anchor={button}
        label="What is hidden until a vote"
        open={open && BlindnessForm !== null}
        onOpenChange={setOpen}
      >
        {BlindnessForm && <BlindnessForm key={flowId} flowId={flowId} />}
      </Popover>
    </>
  )
}
