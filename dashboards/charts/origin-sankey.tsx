/** Where visitors come from, as ribbons from origins to sites. */
import { layoutSankey, type SankeyInput, type SankeyNode } from "./origin-sankey-layout.ts";
import { box, Stretch } from "./plot.tsx";

interface Props {
  /** Columns stand closer on a phone, where their names need the room. */
  readonly input: Omit<SankeyInput, "left" | "right" | "gap">;
  readonly label: string;
}

const FORMS = [
  { form: "wide", left: 24, right: 72, gap: 18 },
  { form: "narrow", left: 42, right: 58, gap: 30 },
] as const;

export function OriginSankey({ input, label }: Props) {
  return (
    <>
      {FORMS.map(({ form, left, right, gap }) => {
        const layout = layoutSankey({ ...input, left, right, gap });
        const columns = [...layout.from, ...layout.to];
        return (
          <div class={`sankey ${form}`}>
            <svg width="100%" height={layout.height} role="img" aria-label={label}>
              <Stretch count={100} height={layout.height}>
                {layout.links.map((d) => (
                  <path d={d} class="flow" />
                ))}
                <path
                  d={columns.map(({ x, top, bottom }) => box(x, top, x + 1, bottom)).join("")}
                  class="f-acc"
                />
              </Stretch>
              {layout.from.map((node) => (
                <Name node={node} x={`${left}%`} dx={-8} below={form === "narrow"} />
              ))}
              {layout.to.map((node) => (
                <Name node={node} x={`${right}%`} dx={8} below={form === "narrow"} />
              ))}
            </svg>
          </div>
        );
      })}
    </>
  );
}

interface NameProps {
  readonly node: SankeyNode;
  readonly x: string;
  readonly dx: number;
  /** True where the number stands under the name. */
  readonly below: boolean;
}

function Name({ node: { name, count, top, bottom }, x, dx, below }: NameProps) {
  const y = (top + bottom) / 2 + (below ? -3 : 4);
  return (
    <text x={x} y={y} dx={dx} {...(dx < 0 ? { class: "e" } : {})}>
      <tspan class="s">{name}</tspan>{" "}
      {below ? (
        <tspan x={x} dx={dx} dy={14}>
          {count}
        </tspan>
      ) : (
        count
      )}
    </text>
  );
}
