import { EmptyPlace } from '../../shell/empty-place';

/** Its content comes with an issue of its own. */
export function OrdersScreen() {
  return <EmptyPlace place="orders" next="send" />;
}
