import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { Choice } from './choice';
import { changeSettings } from './settings-state';

const words = text.settings;
const undoChoices = [0, 3, 5, 10, 15, 20, 30] as const;

/** 발송 처리: 되돌리기 시간 and 택배사 이름 기억. */
export function SendingSettings() {
  const settings = useAppState((state) => state.settings);
  return (
    <section className="card program-settings" aria-label={words.sections.sending}>
      <h2>{words.sections.sending}</h2>
      <Choice
        id="undo-seconds"
        label={words.undo}
        hint={words.undoHint}
        value={settings.undoSeconds}
        choices={undoChoices}
        say={words.undoSeconds}
        onChange={(undoSeconds) => void changeSettings({ undoSeconds })}
      />
      <div className="field">
        <label className="tick-label">
          <input
            type="checkbox"
            data-testid="remember-couriers"
            checked={settings.rememberCouriers}
            onChange={(event) => void changeSettings({ rememberCouriers: event.target.checked })}
          />
          {words.remember}
        </label>
        <span className="hint">{words.rememberHint}</span>
      </div>
    </section>
  );
}
