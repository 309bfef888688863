import type { EndedRestore } from '../../src-preload/contract/backup';
import { decisionUndoMs } from '../../src-preload/contract/actions';
import type { CallOutput } from '../../src-preload/contract/calls';
import type { KeychainState } from '../../src-preload/contract/keychain-states';
import type { LeftBehind } from '../../src-preload/contract/store';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { StoreId } from '../../src-preload/contract/ids';
import type { AppDatabase } from '../database/tables';
import type { Outbox } from '../outbox/outbox-port';
import type { AddressesService } from '../services/addresses';
import type { OrderBook } from '../services/book/order-book';
import type { ImportsService } from '../services/imports';
import type { LogService } from '../services/log';
import type { OrdersService } from '../services/orders';
import type { SendingService } from '../services/sending';
import { createEdits } from '../services/edits';
import { createColumnWidths } from '../services/column-widths';
import { createMemory } from '../services/memory';
import { createImportJobs } from '../services/import-jobs';
import { createNearOrders } from '../services/near-orders';
import type { SettingsService } from '../services/settings';
import type { SheetPasswordsService } from '../services/sheet-passwords';
import type { StoresService } from '../services/stores';
import type { UpdatesService } from '../services/updates';
import type { Handlers } from './answer';

export interface Services {
  database: AppDatabase;
  outbox: Outbox;
  stores: StoresService;
  settings: SettingsService;
  sheetPasswords: SheetPasswordsService;
  imports: ImportsService;
  sending: SendingService;
  log: LogService;
  orders: OrdersService;
  addresses: AddressesService;
  book: OrderBook;
  /** New orders of the practice market as rows of a sheet; undefined for a store that is no practice. */
  practiceOrders(storeId: string, count: number): Promise<CallOutput<'practice-orders'> | undefined>;
  /** Tries a user and a password on the way to a store's market, and lets everything try again when they were right. */
  signInToProxy(
    storeId: StoreId,
    proxy: string,
    given: { user: string; password: string },
  ): Promise<Result<CallOutput<'stores-proxy-sign-in'>, 'not-found'>>;
  updates: UpdatesService;
  openSupportPage(page: 'commerce-api-center' | 'smartstore-center' | 'brightmall-center'): Promise<void>;
  about: {
    version: string;
    platform: string;
    keychain: KeychainState;
    testAddress: boolean;
    ignoredVariables: string[];
    isSafe: boolean;
    endedRestore?: EndedRestore;
    leftBehind?: LeftBehind;
  };
  now(): number;
}

/** One line a call: which service answers it. */
export function createHandlers(services: Services): Handlers {
  const { outbox, stores, settings, imports, sending, log, database } = services;
  const memory = createMemory(database);
  const columnWidths = createColumnWidths(database);
  const edits = createEdits(database);
  const importJobs = createImportJobs(database);
  const nearOrders = createNearOrders(database);
  return {
    'app-start': async () => {
      const [list, chosen, currentSettings, taught] = await Promise.all([
        stores.list(),
        stores.chosen(),
        settings.get(),
        database.mappings.memory(),
      ]);
      // Last: what changes after it is announced after the answer.
      const statuses = await outbox.statuses();
      return success({
        ...services.about,
        stores: list,
        ...(chosen === undefined ? {} : { chosen }),
        statuses,
        settings: currentSettings,
        memory: taught,
      });
    },
    'stores-list': async () => success(await stores.list()),
    'stores-save': (input) => stores.save(input),
    'stores-choose': ({ storeId }) => stores.choose(storeId),
    'stores-clear-secrets': ({ storeId }) => stores.clearSecrets(storeId),
    'stores-remove': ({ storeId }) => stores.remove(storeId),
    'stores-test': ({ storeId }) => stores.test(storeId),
    'stores-checked': ({ storeId, authenticatedOn }) => stores.checked(storeId, authenticatedOn),
    'stores-proxy-sign-in': ({ storeId, proxy, user, password }) =>
      services.signInToProxy(storeId, proxy, { user, password }),
    'stores-pause': ({ storeId, paused }) => stores.pause(storeId, paused),
    'stores-set-confirm-first': ({ storeId, confirmFirst }) => stores.setConfirmFirst(storeId, confirmFirst),
    'sheet-password-recall': ({ fileName }) => services.sheetPasswords.recall(fileName),
    'sheet-password-remember': ({ fileName, password }) => services.sheetPasswords.remember(fileName, password),
    'sheet-passwords-forget': () => services.sheetPasswords.forget(),
    'settings-set': async (input) => {
      await settings.set(input);
      if (!input.rememberCouriers) await database.mappings.forgetCouriers();
      return success({});
    },
    'imports-begin': (input) => imports.begin(input),
    'imports-keep': (input) => imports.keep(input),
    'imports-put-lines': (input) => imports.putLines(input),
    'imports-finish': (input) => imports.finish(input),
    'imports-list': async () => success(await imports.list()),
    'imports-lines': (input) => imports.lines(input),
    'imports-jobs': (input) => importJobs.page(input),
    'imports-sums': (input) => importJobs.sums(input),
    'imports-drop': ({ importId }) => imports.drop(importId),
    'edits-add': (input) => edits.add(input),
    'edits-extend': (input) => edits.extend(input),
    'edits-list': ({ importIds }) => edits.list(importIds),
    'edits-patches': ({ step, part }) => edits.patches(step, part),
    'edits-mark': ({ step, undone }) => edits.mark(step, undone),
    'edits-clear': ({ importId }) => edits.clear(importId),
    'outbox-add': (input) => sending.addImport(input),
    'outbox-count': (input) => sending.countImport(input),
    'outbox-add-targets': (input) => sending.addTargets(input),
    'outbox-undo': ({ batchId }) => outbox.undo(batchId),
    'orders-rows': (input) => services.orders.rows(input),
    'orders-to-send': (input) => services.orders.toSend(input),
    'orders-near': (input) => nearOrders.find(input),
    'orders-watch': (input) => services.orders.watch(input),
    'orders-progress': ({ storeId }) => services.orders.progress(storeId),
    'orders-stop': ({ storeId }) => services.orders.stop(storeId),
    'orders-addresses': ({ storeId }) => services.addresses.list(storeId),
    'orders-address-seen': ({ storeId, target, at }) => services.addresses.seen(storeId, target, at),
    'book-refresh': ({ storeId }) => services.book.keeper.refresh(storeId),
    'book-page': (input) => services.book.lists.page(input),
    'book-list': (input) => services.book.lists.list(input),
    'book-confirm-new': async ({ storeId }) =>
      sending.confirmAll(storeId, await services.book.lists.toConfirm(storeId)),
    'book-import': ({ storeId, orders }) => services.book.importOrders(storeId, orders),
    'book-order': ({ storeId, orderId }) => services.book.lists.order(storeId, orderId),
    'book-counts': ({ storeId }) => services.book.lists.counts(storeId),
    'book-pull-outs': ({ storeId }) => services.book.pullOuts.list(storeId),
    'book-pulled': ({ storeId, productOrderIds, isPulled }) =>
      services.book.pullOuts.pulled(storeId, productOrderIds, isPulled),
    'book-seen': ({ storeId, looks }) => services.book.pullOuts.seen(storeId, looks),
    'book-reread': ({ storeId, productOrderIds }) => services.book.keeper.reread(storeId, productOrderIds),
    'book-scans': ({ storeId }) => services.book.keeper.scans(storeId),
    'join-suggest': ({ storeId, importId }) => services.book.joins.suggest(storeId, importId),
    'join-apply': (input) => services.book.joins.apply(input),
    'form-preview': (input) => services.book.forms.preview(input),
    'form-save': (input) => services.book.forms.save(input),
    'form-files': ({ storeId }) => services.book.forms.files(storeId),
    'form-sender-set': ({ storeId, sender }) => services.book.forms.setSender(storeId, sender),
    'book-today-hour': async ({ storeId }) => success(await services.book.todayHour(storeId)),
    'form-layouts': () => services.book.formLayouts.list(),
    'form-layout-put': (input) => services.book.formLayouts.put(input),
    'form-layout-drop': (input) => services.book.formLayouts.drop(input),
    'form-layout-read': (input) => services.book.formLayouts.read(input),
    'book-settings': async () => success(await services.book.settings.get()),
    'book-settings-set': async (input) => {
      await services.book.changeSettings(input);
      return success({});
    },
    'log-page': async ({ filter, offset, limit }) => success(await log.page(filter, offset, limit)),
    'log-list': async ({ scope, folded, offset, limit }) => success(await log.list(scope, folded, offset, limit)),
    'log-ids': async ({ scope, group }) => success(await log.ids(scope, group)),
    'log-files': async (scope) => success(await log.files(scope)),
    'log-view': async ({ storeId }) => {
      const view = await log.view(storeId);
      return success(view === undefined ? {} : { view });
    },
    'log-view-keep': async ({ storeId, view }) => {
      await log.keepView(storeId, view);
      return success({});
    },
    'log-job': ({ jobId }) => log.job(jobId),
    'log-jobs': async ({ ids }) => success({ jobs: await log.jobs(ids) }),
    'log-latest': async ({ storeId, kind, targets }) => success({ jobs: await log.latest(storeId, kind, targets) }),
    'log-by-file': async ({ storeId, importId }) => success({ lines: await log.byFile(storeId, importId) }),
    'stock-items': async ({ storeId }) => success(await log.stockItems(storeId)),
    'log-act': async (action) => success(await outbox.act(action, decisionUndoMs)),
    'log-act-all': async ({ storeId, action }) =>
      (await database.stores.get(storeId))
        ? success(await outbox.actAll(storeId, action, decisionUndoMs))
        : failure('not-found'),
    'log-counts-all': async ({ storeId }) =>
      (await database.stores.get(storeId)) ? success(await outbox.countsAll(storeId)) : failure('not-found'),
    'log-unread': async () => success({ records: await database.unread.list() }),
    'log-take-back': async ({ undo }) => {
      const back = await outbox.takeBack(undo);
      return back === undefined ? failure('too-late') : success({ back });
    },
    'mappings-remember': async ({ courier, columns }) => {
      const { rememberCouriers } = await settings.get();
      if (courier && rememberCouriers) {
        await database.mappings.rememberCourier(courier.spelling, courier.code, services.now());
      }
      if (columns) await database.mappings.rememberColumns(columns.signature, columns.columns, services.now());
      return success({});
    },
    'column-widths': async ({ layout }) => success({ widths: await columnWidths.of(layout) }),
    'column-widths-keep': async ({ layout, widths }) => {
      await columnWidths.keep(layout, widths);
      return success({});
    },
    'memory-list': async () => success(await memory.list()),
    'memory-forget': async (input) => {
      await memory.forget(input);
      return success({});
    },
    'practice-orders': async ({ storeId, count }) => {
      const orders = await services.practiceOrders(storeId, count);
      return orders === undefined ? failure('not-practice') : success(orders);
    },
    'updates-get': async () => success(await services.updates.current()),
    'updates-look': async () => {
      // Not waited for: how far it is comes as an event.
      void services.updates.look();
      return success({});
    },
    'updates-automatic': async ({ isOn }) => {
      await services.updates.setAutomatic(isOn);
      return success({});
    },
    'updates-put-off': async () => {
      await services.updates.putOff();
      return success({});
    },
    'updates-take': ({ when, hasUnsavedEdits }) => services.updates.take(when, hasUnsavedEdits),
    'updates-open-page': async () => {
      await services.updates.openPage();
      return success({});
    },
    'support-open': async ({ page }) => {
      await services.openSupportPage(page);
      return success({});
    },
  };
}
