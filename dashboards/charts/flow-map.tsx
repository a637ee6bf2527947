/** The schematic map: where sites lie, how pressed they will be, and where to send visitors. */
import type { Pressure } from "../../src/domain/pressure.ts";
import { layoutMap, type MapInput } from "./flow-map-layout.ts";
import { ANCHOR_CLASS } from "./labels.ts";
import { PressureMark } from "./pressure-mark.tsx";

interface Props {
  readonly input: MapInput;
  readonly levels: ReadonlyMap<string, Pressure>;
  /** The map in a sentence. */
  readonly label: string;
  /** Text of the scale bar for a number of kilometres, and which way is up. */
  readonly scaleText: (km: number) => string;
  readonly north: string;
}

export function FlowMap({ input, levels, label, scaleText, north }: Props) {
  const { places, arrows, outline, scale } = layoutMap(input);
  const { width, height } = input;
  return (
    <svg width={width} height={height} role="img" aria-label={label} class="map">
      {outline && <path d={outline} class="l-n1" />}
      {arrows.map(({ shaft, head }) => (
        <>
          <path d={shaft} class="l-ink today" />
          <path d={head} class="f-ink" />
        </>
      ))}
      {places.map(({ site, x, y, label: text }, i) => (
        <>
          <rect x={x - 14} y={y - 11} width="28" height="22" class="f-bg" />
          <PressureMark level={levels.get(site) ?? "unknown"} at={{ x, y }} />
          <text x={text.x} y={text.y} class={`halo ${ANCHOR_CLASS[text.anchor]}`}>
            {(input.places[i]?.lines ?? []).map((line, n) => (
              <tspan x={text.x} {...(n > 0 ? { dy: 16 } : { class: "b" })}>
                {line}
              </tspan>
            ))}
          </text>
        </>
      ))}
      {arrows.map(({ text, label: spot }) => (
        <text x={spot.x} y={spot.y} class={`halo b ${ANCHOR_CLASS[spot.anchor]}`}>
          {text}
        </text>
      ))}
      <path d={`M0 ${height - 20}V${height - 14}H${scale.width}V${height - 20}`} class="l-ink" />
      <text x="0" y={height} class="s">
        {`${scaleText(scale.km)}, ${north}`}
      </text>
    </svg>
  );
}
