/** The caramel flag of "now": what is known stands on its left, what is to come on its right. */

interface Props {
  /** Where the line of now stands, such as `40%`. */
  readonly x: string;
  readonly y: number;
  readonly text: string;
  /** True where the flag hangs to the left of the line. */
  readonly left: boolean;
  /** Pixels. */
  readonly width: number;
}

export function Flag({ x, y, text, left, width }: Props) {
  return (
    <svg aria-hidden="true" x={x} y={y} class="flag">
      <rect x={left ? 1 - width : -1} width={width} height="24" class="f-amb" />
      <text x={left ? 1 - width / 2 : width / 2 - 1} y="16" class="m">
        {text}
      </text>
    </svg>
  );
}
