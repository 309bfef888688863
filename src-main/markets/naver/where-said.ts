/** Leaves out what the market did not say; the contract has no undefined members. */
export function whereSaid<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const said: { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } = {};
  for (const name in fields) {
    const value = fields[name];
    if (isSaid(value)) said[name] = value;
  }
  return said;
}

function isSaid<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
