/** Places in a message: names with dots between. */

/** Value at a place; undefined where the way ends. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (here, name) =>
        typeof here === "object" && here !== null && Object.hasOwn(here, name)
          ? Reflect.get(here, name)
          : undefined,
      value,
    );
}

export type Nested<Value> = { [name: string]: Value | Nested<Value> };

/** Puts a value at a place. */
export function put<Value extends string | number | boolean | null>(
  row: Nested<Value>,
  path: string,
  value: Value,
): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  let here = row;
  for (const name of names) {
    const next = Object.hasOwn(here, name) ? here[name] : undefined;
    const inner: Nested<Value> = typeof next === "object" && next !== null ? next : {};
    here[name] = inner;
    here = inner;
  }
  here[last] = value;
}
