/** True for objects and lists, those without a prototype too: JSONata makes such. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
