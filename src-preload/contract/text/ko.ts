import { about } from './ko/about';
import { book } from './ko/book';
import { byFile } from './ko/by-file';
import { forms } from './ko/forms';
import { grid } from './ko/grid';
import { delay } from './ko/delay';
import { firstRun } from './ko/first-run';
import { join } from './ko/join';
import { log } from './ko/log';
import { needs } from './ko/needs';
import { network } from './ko/network';
import { orders } from './ko/orders';
import { places } from './ko/places';
import { send } from './ko/send';
import { settings } from './ko/settings';
import { shell } from './ko/shell';
import { shortcuts } from './ko/shortcuts';
import { stock } from './ko/stock';
import { support } from './ko/support';
import { unread } from './ko/unread';
import { untracked } from './ko/untracked';
import { updates } from './ko/updates';
import { startTrouble } from './ko/start-trouble';

/** Every string of the window, in Korean: the language the app is written in. Sentences with gaps are functions. */
export const ko = {
  shell,
  send,
  log,
  orders,
  book,
  settings,
  places,
  startTrouble,
  about,
  support,
  updates,
  stock,
  byFile,
  firstRun,
  needs,
  network,
  unread,
  untracked,
  delay,
  grid,
  join,
  forms,
  shortcuts,
};

/** What a further language has to say. */
export type Text = typeof ko;
