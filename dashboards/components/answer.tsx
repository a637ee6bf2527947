/** The top of every screen: when, then the answer in one sentence and what comes next in a second one. */
import type { ComponentChildren } from "preact";
import { Rich } from "./rich.tsx";

interface Props {
  readonly lead: string;
  readonly facts: readonly string[];
  readonly first: string;
  readonly second: string;
  /** Stands at the right end of the first line. */
  readonly children?: ComponentChildren;
}

export function Answer({ lead, facts, first, second, children }: Props) {
  return (
    <>
      <div class="when">
        <b>
          <Rich text={lead} />
        </b>
        {facts.map((fact) => (
          <span>
            <Rich text={fact} />
          </span>
        ))}
        {children}
      </div>
      <h1>
        <Rich text={first} />{" "}
        {second && (
          <span>
            <Rich text={second} />
          </span>
        )}
      </h1>
    </>
  );
}
