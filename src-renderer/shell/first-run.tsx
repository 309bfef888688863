import { flushSync } from 'react-dom';
import { create } from 'zustand';
import type { ReactNode } from 'react';
import { jobStates } from '../../src-preload/contract/job-states';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { openForm } from '../features/settings/settings-state';
import { pickFiles } from '../review/files/sheet-input';
import { useReviewsInStore } from '../review/state/reviews-state';
import { tryPractice } from '../review/files/try-practice';
import { goTo, useAppState } from '../state/app-state';
import { text } from '../text';
import { onePress } from '../ui/one-press';

const words = text.firstRun;
const chosenKey = 'first-way';

const useFirstWay = create<{ isChosen: boolean }>()(() => ({ isChosen: localStorage.getItem(chosenKey) !== null }));

function rememberChosen(): void {
  localStorage.setItem(chosenKey, 'chosen');
  useFirstWay.setState({ isChosen: true });
}

/** Whether nothing was done yet: no store but that of practice, and no job of it. */
export function isUntouched(
  stores: readonly Pick<Store, 'practice'>[],
  statuses: readonly Pick<StoreStatus, 'counts'>[],
): boolean {
  return (
    stores.every(({ practice }) => practice) &&
    statuses.every(({ counts }) => jobStates.every((state) => counts[state] === 0))
  );
}

/** Whether the three ways in are to be shown in the place of an empty 발송. */
export function useFirstRun(): boolean {
  const isReady = useAppState((state) => state.phase === 'ready');
  const untouched = useAppState((state) => isUntouched(state.stores, state.statuses));
  const isChosen = useFirstWay((state) => state.isChosen);
  const files = useReviewsInStore().length;
  return isReady && untouched && !isChosen && files === 0;
}

/** The first start: practice, my own store, or only a file. Each can be done later, too. */
export function FirstRun() {
  const practice = useAppState((state) => state.stores.find((store) => store.practice));
  const connect = (): void => {
    rememberChosen();
    openForm('new');
    goTo('settings');
  };
  const later = (): void => {
    flushSync(rememberChosen);
    // The button that was pressed is gone: focus moves to the one that chooses a file.
    document.querySelector<HTMLElement>('[data-testid=start-pick]')?.focus();
  };
  return (
    <div className="first-run-page">
      <div className="first-run-in">
        <h1 className="display">{words.title}</h1>
        <p>{words.hint}</p>
        <ul className="ways">
          <Way said={words.ways.practice} art={practiceArt}>
            <button
              type="button"
              className="button primary large"
              data-testid="start-practice"
              onClick={onePress(() => {
                rememberChosen();
                if (practice) void tryPractice(practice.id);
              })}
            >
              {words.ways.practice.act}
            </button>
          </Way>
          <Way said={words.ways.connect} art={storeArt}>
            <button type="button" className="button large lead" data-testid="start-connect" onClick={connect}>
              {words.ways.connect.act}
            </button>
          </Way>
          <Way said={words.ways.file} art={fileArt}>
            <button
              type="button"
              className="button large"
              data-testid="start-file"
              onClick={() => {
                rememberChosen();
                pickFiles();
              }}
            >
              {words.ways.file.act}
            </button>
          </Way>
        </ul>
        <p className="first-run-more">
          {words.backup}{' '}
          <button
            type="button"
            className="button plain small"
            onClick={() => {
              rememberChosen();
              goTo('settings');
            }}
          >
            {words.fromBackup}
          </button>
          <button type="button" className="button plain small" data-testid="start-later" onClick={later}>
            {words.skip}
          </button>
        </p>
      </div>
    </div>
  );
}

interface WayProps {
  said: { title: string; body: string; takes: string };
  art: ReactNode;
  children: ReactNode;
}

function Way({ said: { title, body, takes }, art, children }: WayProps) {
  return (
    <li>
      {art}
      <h2>{title}</h2>
      <p>{body}</p>
      <p className="takes">{takes}</p>
      {children}
    </li>
  );
}

const practiceArt = (
  <svg className="way-art" viewBox="9 6 72 56" aria-hidden="true">
    <rect className="front" x="10" y="12" width="52" height="38" rx="5" />
    <path className="faint-line" d="M10 22h52" />
    <path className="strong" d="M28 36l6 6 11-12" />
  </svg>
);
const storeArt = (
  <svg className="way-art" viewBox="7 6 72 56" aria-hidden="true">
    <path className="front" d="M14 26v20a4 4 0 0 0 4 4h36a4 4 0 0 0 4-4V26" />
    <path
      className="back"
      d="M12 12h48l4 10a6 6 0 0 1-11 3 7 7 0 0 1-11.5 0 7 7 0 0 1-11.5 0 7 7 0 0 1-11.5 0A6 6 0 0 1 8 22z"
    />
    <path className="strong" d="M30 50V38h12v12" />
  </svg>
);
const fileArt = (
  <svg className="way-art" viewBox="15 2 72 56" aria-hidden="true">
    <rect className="back" x="26" y="4" width="32" height="42" rx="4" />
    <rect className="front" x="16" y="8" width="34" height="44" rx="4" />
    <path className="faint-line" d="M23 19h20M23 27h20M23 35h12" />
    <circle className="dot" cx="50" cy="44" r="9" />
    <path className="tick" d="m46 44 3 3 5.5-6" />
  </svg>
);
