import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { changeSettings } from './settings-state';
import type { Settled } from '../../ui/use-settled-text';
import { SettledInput } from './settled-input';

const words = text.settings;

/** 개인정보 보관: how long names and addresses of the log stay. */
export function KeepSettings() {
  const days = useAppState((state) => state.settings.keepPersonalDays);
  return (
    <section className="card program-settings" aria-label={words.sections.keep}>
      <h2>{words.sections.keep}</h2>
      <KeepDays days={days} />
    </section>
  );
}

function KeepDays({ days }: { days: number }) {
  function settle(typed: string): Settled {
    const wanted = Math.min(365, Math.max(1, Math.round(Number(typed)) || days));
    if (wanted === days) return { shown: String(days) };
    return { shown: String(wanted), storing: changeSettings({ keepPersonalDays: wanted }) };
  }
  return (
    <div className="field">
      <label htmlFor="keep-days">{words.keepPersonal}</label>
      <div className="inline-field">
        <SettledInput
          id="keep-days"
          className="input"
          data-testid="keep-personal-days"
          type="number"
          min={1}
          max={365}
          saved={String(days)}
          settle={settle}
        />
        <span>{words.days}</span>
      </div>
      <span className="hint">{words.keepPersonalHint}</span>
    </div>
  );
}
