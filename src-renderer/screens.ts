import { lazy } from 'react';
import type { ComponentType } from 'react';
import { SendScreen } from './features/send/send-screen';
import type { Place } from './shell/desk-state';

const later = {
  log: () => import('./features/log/log-screen').then(({ LogScreen }) => ({ default: LogScreen })),
  orders: () => import('./features/orders/orders-screen').then(({ OrdersScreen }) => ({ default: OrdersScreen })),
  stock: () => import('./features/stock/stock-screen').then(({ StockScreen }) => ({ default: StockScreen })),
  insights: () =>
    import('./features/insights/insights-screen').then(({ InsightsScreen }) => ({ default: InsightsScreen })),
  settings: () =>
    import('./features/settings/settings-screen').then(({ SettingsScreen }) => ({ default: SettingsScreen })),
};

/** 발송 is what a seller opens the app for: it comes with the window, the others when it stands. */
export const screens: Record<Place, ComponentType> = {
  send: SendScreen,
  log: lazy(later.log),
  orders: lazy(later.orders),
  stock: lazy(later.stock),
  insights: lazy(later.insights),
  settings: lazy(later.settings),
};

/** Loads the others while nobody waits for them, so that going there shows them at once. */
export async function loadScreens(): Promise<void> {
  await Promise.all(Object.values(later).map((load) => load()));
}
