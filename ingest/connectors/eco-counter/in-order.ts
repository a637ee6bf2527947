/** Runs tasks a few at a time and hands their results on in the tasks' order. */

/** @param limit tasks under way at once. A failed task ends the run; nothing after it is started. */
export async function* inOrder<T>(tasks: readonly (() => Promise<T>)[], limit: number): AsyncGenerator<T> {
  const running: Promise<T>[] = [];
  let next = 0;
  const start = () => {
    const task = tasks[next];
    next += 1;
    if (!task) return;
    const promise = task();
    // The failure is seen when its turn comes; without this an early one would end the process.
    promise.catch(() => undefined);
    running.push(promise);
  };
  while (running.length < limit && next < tasks.length) start();
  for (let head = running.shift(); head !== undefined; head = running.shift()) {
    const result = await head;
    start();
    yield result;
  }
}
