type Field = HTMLInputElement | HTMLTextAreaElement

/** What a browser does with a key that somebody presses here and that nobody has taken: with one that a script presses it does nothing. */
export function doAsBrowsers(target: Element, key: string) {
  if (isField(target)) {
    if (key.length === 1) type(target, key)
    else if (key === 'Backspace') eraseBefore(target)
    else if (key === 'Enter') enter(target)
  } else if (isPressedBy(key, target)) target.click()
}

/** A slider has no text to select. */
function isField(target: Element): target is Field {
  const mayBe = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return mayBe && target.selectionStart !== null
}

function isPressedBy(key: string, target: Element): target is HTMLElement {
  if (key === 'Enter') return target.matches('a[href], button')
  return key === ' ' && target.matches('button, [type=checkbox], [type=radio]')
}

/** A key that follows one which led into a field. */
function type(field: Field, text: string) {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
}

function eraseBefore(field: Field) {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
  field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }))
}

/** A line ends, or the form is sent as by its button. */
function enter(field: Field) {
  if (field instanceof HTMLTextAreaElement) return type(field, '\n')
  const send = field.form?.querySelector<HTMLElement>('[type=submit]')
  if (send) send.click()
  else field.form?.requestSubmit()
}
