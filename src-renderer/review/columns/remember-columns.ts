import type { LineField } from '../../../src-preload/contract/line-fields';
import { call } from '../../state/ipc-client';
import { useAppState } from '../../state/app-state';

/** Keeps the seller's choice of columns for files with the same headers. */
export async function rememberColumns(signature: string, columns: Partial<Record<LineField, number>>): Promise<void> {
  if (signature === '') return;
  const { memory } = useAppState.getState();
  useAppState.setState({ memory: { ...memory, columns: { ...memory.columns, [signature]: columns } } });
  await call('mappings-remember', { columns: { signature, columns } });
}
