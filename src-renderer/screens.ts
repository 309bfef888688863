import { lazy } from 'react';
import type { ComponentType } from 'react';
import { SendScreen } from './features/send/send-screen';
import { useAppState } from './state/app-state';
import type { Place } from './state/app-state';

type Later = Exclude<Place, 'send'>;

const loads: Record<Later, () => Promise<ComponentType>> = {
  log: () => import('./features/log/log-screen').then(({ LogScreen }) => LogScreen),
  orders: () => import('./features/orders/orders-screen').then(({ OrdersScreen }) => OrdersScreen),
  stock: () => import('./features/stock/stock-screen').then(({ StockScreen }) => StockScreen),
  insights: () => import('./features/insights/insights-screen').then(({ InsightsScreen }) => InsightsScreen),
  settings: () => import('./features/settings/settings-screen').then(({ SettingsScreen }) => SettingsScreen),
};
const later = (place: Later): ComponentType => lazy(() => loads[place]().then((screen) => ({ default: screen })));

/** 발송 is what a seller opens the app for: it comes with the window, the others when it stands. */
export const screens: Record<Place, ComponentType> = {
  send: SendScreen,
  log: later('log'),
  orders: later('orders'),
  stock: later('stock'),
  insights: later('insights'),
  settings: later('settings'),
};

/**
 * Loads the others while no one waits for them, so that going there shows them at once. A lazy component shows its
 * fallback first even where its module is there, and React keeps a fallback for 300 ms: so the screens themselves take
 * their place, but for the one the seller is on.
 */
export async function loadScreens(): Promise<void> {
  const load = async (place: Later): Promise<void> => {
    const screen = await loads[place]();
    if (useAppState.getState().place !== place) screens[place] = screen;
  };
  await Promise.all((['log', 'orders', 'stock', 'insights', 'settings'] as const).map(load));
}
