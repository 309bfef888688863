import type { ComponentType } from 'react';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import type { Store } from '../../../src-preload/contract/store';
import { text } from '../../text';
import { AboutSettings } from './about-settings';
import { AppearanceSettings } from './appearance-settings';
import { BackupSettings } from './backup-settings';
import { BookSettingsCard } from './book-settings-card';
import { KeepSettings } from './keep-settings';
import { MemorySettings } from './memory-settings';
import { ProgramSettings } from './program-settings';
import { SendingSettings } from './sending-settings';
import { StoreSettings } from './store-settings';

/** One entry of 설정: its name in the list at the left, and its card or cards. */
export interface SettingsSection {
  id: string;
  title: string;
  Cards: ComponentType;
  /** Absent: always. */
  isShown?(stores: readonly Store[]): boolean;
}

const words = text.settings;

/** 설정 from top to bottom: another card is another entry here. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'stores', title: words.sections.stores, Cards: StoreSettings },
  { id: 'appearance', title: words.appearance.title, Cards: AppearanceSettings },
  { id: 'sending', title: words.sections.sending, Cards: SendingSettings },
  {
    id: 'book',
    title: words.book.title,
    Cards: BookSettingsCard,
    isShown: (stores) => stores.some(hasOrders),
  },
  { id: 'memory', title: words.memory.title, Cards: MemorySettings },
  { id: 'keep', title: words.sections.keep, Cards: KeepSettings },
  { id: 'backup', title: text.startTrouble.backups.title, Cards: BackupSettings },
  { id: 'program', title: words.program, Cards: ProgramSettings },
  { id: 'about', title: text.about.title, Cards: AboutSettings },
];
