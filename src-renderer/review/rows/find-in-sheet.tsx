import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { leadsGrid } from '../../grid/led-from-outside';
import { useAppState } from '../../state/app-state';
import { keyWords } from '../../ui/act-keys';
import { Icon } from '../../ui/icons';
import { isOverlaid } from '../../ui/key-owner';
import { LineIcon } from '../../ui/shapes';
import { StepButton } from '../../ui/step-button';
import { text } from '../../text';
import type { Find } from './use-find';

const words = text.grid.find;

interface Props {
  find: Find;
  /** Gives the keyboard back to the active cell. */
  onLeave(): void;
}

/** The search of a sheet: a lens until it is asked for, then the words, how many lines have them, and the ways on. */
export function FindInSheet({ find, onLeave }: Props) {
  const [here, setHere] = useState(false);
  useStepKeys(find);
  const hits = find.progress?.hits ?? 0;
  const isOpen = here || find.words !== '';

  function leave(): void {
    find.end();
    onLeave();
  }
  function onKeyDown(event: KeyboardEvent): void {
    // 229: the key went to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const isBack = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') find.step(isBack ? -1 : 1);
    else return;
    event.preventDefault();
  }
  return (
    <div
      className="find"
      role="search"
      data-open={isOpen ? '' : undefined}
      {...leadsGrid}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) find.begin();
        setHere(true);
      }}
      onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : setHere(false))}
    >
      <LineIcon name="find" />
      <input
        className="input"
        data-testid="review-find"
        aria-label={words.label}
        title={words.withKeys}
        placeholder={isOpen ? words.hint : undefined}
        autoComplete="off"
        spellCheck={false}
        value={find.words}
        onChange={(event) => find.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span
        className="find-count"
        role="status"
        data-testid="find-count"
        data-hits={find.progress?.hits}
        data-for={find.progress?.words}
      >
        {find.progress === undefined ? '' : words.progress(find.progress.hits, find.progress.nth)}
      </span>
      {isOpen ? (
        <>
          <StepButton
            by={-1}
            label={words.previous}
            keyName="F3"
            testId="find-previous"
            disabled={hits === 0}
            onStep={find.step}
          />
          <StepButton
            by={1}
            label={words.next}
            keyName="F3"
            testId="find-next"
            disabled={hits === 0}
            onStep={find.step}
          />
          <button
            type="button"
            className="icon-button"
            data-testid="find-close"
            aria-label={words.close}
            title={text.shortcuts.withKeys(words.close, keyWords({ key: 'Escape' }))}
            onClick={leave}
          >
            <Icon name="cross" />
          </button>
        </>
      ) : null}
    </div>
  );
}

/** F3 and Shift+F3 go on from wherever the keyboard is on the screen, as long as there are words. */
function useStepKeys({ step }: Find): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const { place } = useAppState.getState();
      if (event.key !== 'F3' || event.defaultPrevented || event.isComposing || isOverlaid()) return;
      if (event.ctrlKey || event.metaKey || event.altKey || (place !== 'send' && place !== 'stock')) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [step]);
}
