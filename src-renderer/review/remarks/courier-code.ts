import { chosenRules, useAppState } from '../../state/app-state';

/** The code of a courier of the chosen store's market by its exact name, or the text itself when it is one already. */
export function codeOfCourier(name: string): string {
  const { list } = chosenRules(useAppState.getState()).shipments.couriers;
  return list.find((company) => company.name === name)?.code ?? name;
}
