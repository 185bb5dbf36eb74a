/** Whether an object read from a file has a key of its own; `in` would also find `constructor`. */
export const has = (object: object | undefined, key: string): boolean =>
  object !== undefined && Object.hasOwn(object, key);
