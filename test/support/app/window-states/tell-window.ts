import type { ElectronApplication, Page } from 'playwright';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import type { EventPayload } from '../../../../src-preload/contract/events';
import type { EventName } from '../../../../src-preload/contract/names';
import type { StoreStatus } from '../../../../src-preload/contract/store';
import { inMain } from '../in-main';

/** Tells the window what the main process would tell it of something that cannot be had here. */
export const tell = <Name extends EventName>(app: ElectronApplication, name: Name, payload: EventPayload<Name>) =>
  inMain(
    app,
    ({ BrowserWindow }, { channel, said }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, said);
    },
    { channel: `event:${name}`, said: payload },
  );

/** What the window knows of its stores. */
export async function knownStatus(page: Page): Promise<EventPayload<'status-changed'>> {
  const { value }: { value: CallOutput<'app-start'> } = await page.evaluate(() =>
    Reflect.get(globalThis, 'desk').call('app-start', {}),
  );
  const { stores, statuses, chosen } = value;
  return { stores, statuses, ...(chosen === undefined ? {} : { chosen }) };
}

/** Tells the window that something is wrong with all its stores. */
export async function tellTrouble(page: Page, app: ElectronApplication, trouble: Partial<StoreStatus>): Promise<void> {
  const { statuses, ...known } = await knownStatus(page);
  await tell(app, 'status-changed', { ...known, statuses: statuses.map((each) => ({ ...each, ...trouble })) });
}
