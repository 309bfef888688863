import { text } from '../text';
import { keyWords } from './act-keys';
import { Icon } from './icons';

interface StepButtonProps {
  by: 1 | -1;
  label: string;
  /** The key that does the same, with Shift backwards. */
  keyName: string;
  testId: string;
  disabled: boolean;
  onStep(by: 1 | -1): void;
}

/** Goes on to the next one of a kind, or back to the one before it. */
export function StepButton({ by, label, keyName, testId, disabled, onStep }: StepButtonProps) {
  const isBack = by === -1;
  return (
    <button
      type="button"
      className="icon-button"
      data-testid={testId}
      aria-label={label}
      title={text.shortcuts.withKeys(label, keyWords({ key: keyName, ...(isBack ? { shift: true } : {}) }))}
      disabled={disabled}
      onClick={() => onStep(by)}
    >
      <Icon name={isBack ? 'up' : 'down'} />
    </button>
  );
}
