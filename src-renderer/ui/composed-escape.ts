import { useRef } from 'react';
import type { KeyboardEvent } from 'react';

/**
 * Escape while a syllable is being composed belongs to the input method, which ends the syllable; what the seller wants is
 * to be out of the field. So it counts once the composition has ended.
 */
export function useComposedEscape(onEscape: () => void): {
  /** To be told every key of the field; answers whether it belongs to the input method. */
  isComposed(event: KeyboardEvent): boolean;
  onCompositionEnd(): void;
} {
  const pressed = useRef(false);
  return {
    isComposed(event) {
      // keyCode 229: the key went to the input method, which may not say which one it was.
      const composed = event.nativeEvent.isComposing || event.keyCode === 229;
      pressed.current = composed && (event.key === 'Escape' || event.code === 'Escape');
      return composed;
    },
    onCompositionEnd() {
      if (pressed.current) onEscape();
      pressed.current = false;
    },
  };
}
