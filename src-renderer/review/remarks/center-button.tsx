import { centerPages } from '../../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { PageButton } from '../../ui/page-button';

/** Opens the centre of the market whose sheet is looked at; nothing without a store. */
export function CenterButton() {
  const market = useAppState(chosenStore)?.market;
  if (market === undefined) return null;
  return <PageButton small page={centerPages[market]} label={text.log.openCenters[market]} />;
}
