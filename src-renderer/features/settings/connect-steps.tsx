import { supportPages } from '../../../src-preload/contract/market-facts';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import type { ConnectStep } from '../../../src-preload/contract/text/ko/settings';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { CopyButton } from '../../ui/copy-button';
import { PageButton } from '../../ui/page-button';
import { StateShape } from '../../ui/shapes';

const words = text.settings;

/** What to do at the market's own pages, step by step in their words; `isPair`: both values are in the form. */
export function ConnectSteps({ market, isPair }: { market: MarketName; isPair: boolean }) {
  const { title } = words.steps[market];
  const steps: readonly ConnectStep[] = words.steps[market].steps;
  return (
    <ol className="connect-steps" aria-label={title}>
      {steps.map((step, index) => {
        const isDone = step.shows === 'pair' && isPair;
        return (
          <li key={step.title}>
            <span className="step-number" aria-hidden="true">
              {isDone ? <StateShape name="done" size={20} /> : index + 1}
            </span>
            <div>
              <b>{step.title}</b>
              <p>{step.body}</p>
              {step.shows === 'center' ? (
                <PageButton small page={supportPages[market]} label={words.openCenter[market]} />
              ) : null}
              {step.shows === 'address' ? <Address /> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** This PC's public address, as far as a refusal of the market has said it: nothing else is asked for it. */
function Address() {
  const address = useAppState((state) =>
    state.statuses.map(({ lastTest }) => lastTest?.report.address).find((each) => each !== undefined),
  );
  if (address === undefined) return <p>{words.addressUnknown}</p>;
  return (
    <>
      <span className="address-box" aria-label={words.yourAddress}>
        {address} <CopyButton small value={address} label={words.copyIp} />
      </span>
      <p>{words.addressFrom}</p>
    </>
  );
}
