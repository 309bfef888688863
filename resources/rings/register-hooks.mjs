import module from 'node:module';

/**
 * Node's hooks that answer which file a name means, in this process and at once (Node 22.15 and later; the types of the
 * oldest Node this project runs on do not know them).
 * @type {(hooks: { resolve(name: string, context: object,
 *   next: (name: string, context: object) => { url: string, format?: string }): { url: string, format?: string, shortCircuit?: boolean } }) => void}
 */
export const registerHooks = Reflect.get(module, 'registerHooks');
