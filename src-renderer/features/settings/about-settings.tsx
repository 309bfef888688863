import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { NoticesDialog } from './notices-dialog';
import { UpdateSettings } from './update-settings';

const words = text.about;

/** 정보: which version this is, and what it is made of. */
export function AboutSettings() {
  const version = useAppState((state) => state.version);
  return (
    <section className="card program-settings" aria-label={words.title} data-testid="about">
      <h2>{words.title}</h2>
      <p>{words.version(version)}</p>
      <UpdateSettings />
      <div className="field">
        <NoticesDialog />
        <span className="hint">{words.noticesHint}</span>
      </div>
    </section>
  );
}
