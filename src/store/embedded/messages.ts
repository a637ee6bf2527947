/** What parent and child say to each other over their channel. */

/** Parent to child, once, first of all. */
export interface Start {
  readonly kind: "start";
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** 0: any free one. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Bytes that the engine may use. */
  readonly memory: number;
}

/** Parent to child: end in good order. */
interface Stop {
  readonly kind: "stop";
}

export interface Ready {
  readonly kind: "ready";
  readonly port: number;
  /** The engine's version. */
  readonly version: string;
}

/** The child cannot serve: no binary for this machine, the folder held by another process, or anything else. */
export interface Refused {
  readonly kind: "refused";
  readonly why: "platform" | "held" | "port" | "engine";
  readonly detail: string;
  /** Process that holds the folder, when known. */
  readonly holder?: number;
}

type ToChild = Start | Stop;
type ToParent = Ready | Refused;

/** Undefined for anything that is not a message to the child. */
export function toChild(value: unknown): ToChild | undefined {
  const kind = kindOf(value);
  return kind === "start" || kind === "stop" ? trusted<ToChild>(value) : undefined;
}

/** Undefined for anything that is not a message to the parent. */
export function toParent(value: unknown): ToParent | undefined {
  const kind = kindOf(value);
  return kind === "ready" || kind === "refused" ? trusted<ToParent>(value) : undefined;
}

function kindOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
}

// Both ends are this very program in the same version: the kind says all.
function trusted<T>(value: unknown): T | undefined {
  const is = (_: unknown): _ is T => true;
  return is(value) ? value : undefined;
}
