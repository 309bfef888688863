import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { create } from 'zustand';
import { announce } from '../state/announcements';
import { chosenStatus, useAppState } from '../state/app-state';
import { call } from '../state/ipc-client';
import { text } from '../text';

const words = text.network.signIn;

/** Proxies about which the seller was asked in this run and said not now: the band still has the question. */
const useDismissed = create<{ proxies: readonly string[] }>()(() => ({ proxies: [] }));

/** The question once more, from the band. */
export function SignInButton() {
  return (
    <button
      type="button"
      className="button small primary"
      data-testid="proxy-sign-in-open"
      onClick={() => useDismissed.setState({ proxies: [] })}
    >
      {words.open}
    </button>
  );
}

/** Asks for the user and the password of a proxy, once for each, as soon as the chosen store's way out needs them. */
export function ProxySignIn() {
  const status = useAppState(chosenStatus);
  const dismissed = useDismissed(({ proxies }) => proxies);
  const fault = status?.connection === 'offline' ? status.fault : undefined;
  if (status === undefined || fault?.is !== 'proxy-sign-in' || dismissed.includes(fault.proxy)) return null;
  const { proxy } = fault;
  return (
    <Question
      key={proxy}
      storeId={status.storeId}
      proxy={proxy}
      wasRefused={fault.refused}
      onEnd={() => useDismissed.setState({ proxies: [...dismissed, proxy] })}
    />
  );
}

interface QuestionProps {
  storeId: string;
  proxy: string;
  /** What was kept from an earlier run is not right any more. */
  wasRefused: boolean;
  onEnd(): void;
}

function Question({ storeId, proxy, wasRefused, onEnd }: QuestionProps) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [said, setSaid] = useState(wasRefused ? words.refused : '');
  const first = useRef<HTMLInputElement>(null);

  async function signIn(): Promise<void> {
    setTrying(true);
    const answer = await call('stores-proxy-sign-in', { storeId, proxy, user, password });
    setTrying(false);
    if (!answer.ok || answer.value.is === 'not-reached') return setSaid(words.failed);
    if (answer.value.is === 'refused') {
      setPassword('');
      return setSaid(words.refused);
    }
    announce(answer.value.kept ? words.accepted : words.acceptedForRun);
    return onEnd();
  }

  return (
    <Dialog.Root open onOpenChange={(next) => (next ? undefined : onEnd())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog" initialFocus={first} data-testid="proxy-sign-in">
          <Dialog.Title render={<h2 />}>{words.title}</Dialog.Title>
          <Dialog.Description render={<p />}>{words.body(proxy)}</Dialog.Description>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              if (user !== '' && password !== '' && !isTrying) void signIn();
            }}
          >
            <div className="field">
              <label htmlFor="proxy-user">{words.user}</label>
              <input
                id="proxy-user"
                ref={first}
                className="input"
                data-testid="proxy-user"
                autoComplete="off"
                maxLength={200}
                value={user}
                onChange={(event) => setUser(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor="proxy-password">{words.password}</label>
              <input
                id="proxy-password"
                type="password"
                className="input"
                data-testid="proxy-password"
                autoComplete="off"
                maxLength={400}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </div>
            <p className="hint" role="alert" data-testid="proxy-said">
              {said}
            </p>
            <div className="acts">
              <button type="button" className="button" data-testid="proxy-no" onClick={onEnd}>
                {words.no}
              </button>
              <button
                type="submit"
                className="button primary"
                data-testid="proxy-yes"
                disabled={user === '' || password === '' || isTrying}
              >
                {isTrying ? words.trying : words.yes}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
