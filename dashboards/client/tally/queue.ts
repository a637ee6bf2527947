/** Presses kept on the device until the server has them, in IndexedDB: every change is one transaction, so that two tabs
 *  and a reload in between see the same presses. */
import { type Press, takenBack } from "./press.ts";

const NAME = "beffroi-tally";
const PRESSES = "presses";
/** What the server has is forgotten after so long; what it has not, never. */
const KEPT_MS = 2 * 24 * 3_600_000;
/** Presses sent at once; the server takes no more. */
const AT_ONCE = 200;

export interface Queue {
  add(presses: readonly Press[]): Promise<void>;
  all(): Promise<Press[]>;
  /** Takes back the press that is chosen among all, in the same transaction: of two quick undos, each takes its own. */
  takeBack(choose: (presses: readonly Press[]) => Press | undefined): Promise<void>;
  /** Presses of one site that the server may not have, oldest first; from now on they count as tried. */
  begin(): Promise<readonly Press[]>;
  /** Notes what the server has; a press that was taken back meanwhile stays to be sent. */
  settle(sent: readonly Press[]): Promise<void>;
  forget(now: number): Promise<void>;
}

export async function openQueue(): Promise<Queue> {
  const db = await opened();
  const change = <T>(work: (store: IDBObjectStore, presses: Press[]) => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction(PRESSES, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(PRESSES);
      const asked: IDBRequest<Press[]> = store.getAll();
      let result: T;
      asked.onsuccess = () => {
        result = work(store, asked.result);
      };
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error);
    });
  return {
    add: (presses) =>
      change((store) => {
        for (const press of presses) store.put(press);
      }),
    all: () => change((_, presses) => presses),
    takeBack: (choose) =>
      change((store, presses) => {
        const press = choose(presses);
        const after = press && takenBack(press);
        if (after) store.put(after);
        else if (press) store.delete(press.id);
      }),
    begin: () =>
      change((store, presses) => {
        const waiting = presses.filter(({ state }) => state !== "stored").sort((a, b) => a.at - b.at);
        const batch = waiting.filter(({ site }) => site === waiting[0]?.site).slice(0, AT_ONCE);
        for (const press of batch) if (press.state === "new") store.put({ ...press, state: "tried" });
        return batch;
      }),
    settle: (sent) =>
      change((store, presses) => {
        const now = new Map(presses.map((press) => [press.id, press]));
        for (const { id, withdrawn } of sent) {
          const press = now.get(id);
          if (press?.withdrawn === withdrawn) store.put({ ...press, state: "stored" });
        }
      }),
    forget: (now) =>
      change((store, presses) => {
        for (const { id, state, at } of presses)
          if (state === "stored" && at < now - KEPT_MS) store.delete(id);
      }),
  };
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(PRESSES, { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
