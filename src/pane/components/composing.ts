// Keys while an input method puts its words together: they choose and give up those, and mean nothing to the pane.
import type { KeyboardEvent } from 'react';

/** The key that every browser gives for what went to an input method. */
const TO_INPUT_METHOD = 229;

/** Safari tells it by the key's number alone. */
export function isComposing({ nativeEvent: { isComposing: composing, keyCode } }: KeyboardEvent): boolean {
  return composing || keyCode === TO_INPUT_METHOD;
}
