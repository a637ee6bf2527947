/** Makes configuration read-only for good. */

/** Freezes a value and everything in it; functions are left alone. Returns the same value. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) freeze<unknown>(Reflect.get(value, key));
  return value;
}
