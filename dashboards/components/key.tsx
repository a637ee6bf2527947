/** Reading key: one small drawing of each mark that the chart uses. */
import type { JSX } from "preact";

const SWATCHES = {
  bar: <rect y="3" width="32" height="10" class="f-acc" />,
  estimatedBar: <rect x=".75" y="3.75" width="30.5" height="8.5" class="p-est edge" />,
  usual: (
    <>
      <rect width="32" height="16" class="f-b80" />
      <path d="M1 0V16M31 0V16" class="l-acc edge" />
    </>
  ),
  bracket: <path d="M1 8H31M1 3V13M31 3V13" class="l-ink edge" />,
  promised: <path d="M16 1V15M11 1H21M11 15H21" class="l-ink promised" />,
  forecast: (
    <>
      <rect x="6" width="20" height="16" class="f-b80" />
      <rect x="6" y="4" width="20" height="8" class="f-b50" />
      <rect x="6" y="7" width="20" height="2" class="f-acc" />
    </>
  ),
  booked: <rect x="13" width="6" height="16" class="f-ink" />,
  missingBar: <rect x="1" y="3" width="30" height="10" class="miss" />,
  missing: <rect x="9" y="1" width="14" height="14" class="miss" />,
  closed: <rect y="4" width="32" height="8" class="p-closed" />,
  line: (
    <>
      <path d="M0 8H32" class="l-acc now" />
      <path d="M16 8h0" class="l-acc dot" stroke-width="7" />
    </>
  ),
  estimated: <circle cx="16" cy="8" r="4" class="p-est ring" />,
  before: <path d="M0 8H32" class="l-n1 before" />,
  zero: (
    <>
      <path d="M4 12H28" class="l-ink" />
      <circle cx="16" cy="11" r="4" class="zero" />
    </>
  ),
  promise: (
    <>
      <rect x="8" width="16" height="16" class="f-b80" />
      <path d="M8 .5H24M8 15.5H24" class="l-acc" />
      <path d="M8 8H24" class="l-acc now" />
    </>
  ),
  came: <circle cx="16" cy="8" r="4.5" class="f-acc" />,
  miss: (
    <>
      <path d="M8 1H24" class="l-acc" />
      <path d="M16 1V9" class="l-ink promised" />
      <circle cx="16" cy="11" r="4.5" class="f-acc" />
    </>
  ),
  asIs: (
    <>
      <rect x="9" y="1" width="14" height="14" class="l-ink as-is" />
      <path d="M9 8H23" class="l-ink as-is" />
    </>
  ),
  afterwards: <path d="M2 8H30" class="l-ink3 afterwards" />,
  shade0: <rect y="1" width="32" height="14" class="c0" />,
  shade1: <rect y="1" width="32" height="14" class="c1" />,
  shade2: <rect y="1" width="32" height="14" class="c2" />,
  shade3: <rect y="1" width="32" height="14" class="c3" />,
  shade4: <rect y="1" width="32" height="14" class="c4" />,
  coming: (
    <>
      <rect x="1" y="1" width="30" height="14" class="l-acc coming" />
      <rect x="10" y="5" width="12" height="6" class="c2" />
    </>
  ),
  estimatedDay: (
    <>
      <rect y="1" width="32" height="14" class="c1" />
      <rect y="10" width="32" height="5" class="p-est" />
    </>
  ),
  marked: (
    <>
      <rect y="1" width="32" height="14" class="c1" />
      <path d="M27 6h0" class="l-ink dot corner" />
    </>
  ),
  frame: <rect x="1" y="1" width="30" height="14" class="frame now-day" />,
  full: <circle cx="16" cy="8" r="6" class="f-acc" />,
  hollow: <circle cx="16" cy="8" r="5.5" class="hollow" />,
  holidays: <rect width="32" height="16" class="p-hol" />,
  stairs: <path d="M0 13H10V8H20V3H32" class="l-ink now" />,
  fall: <path d="M16 1V15" class="fall" />,
  habit: (
    <>
      <rect width="32" height="16" class="f-b80" />
      <path d="M0 .5H32M0 15.5H32" class="l-acc" />
      <path d="M0 8H32" class="l-acc mid" />
    </>
  ),
  need50: <rect y="6" width="32" height="10" class="f-b50" />,
  need80: (
    <>
      <rect width="32" height="16" class="f-b80" />
      <path d="M0 .5H32" class="l-acc edge" />
    </>
  ),
  planned: <path d="M0 8H32" class="l-ink plan" />,
  short: <path d="M11 4H21L16 12Z" class="f-ink" />,
} satisfies Record<string, JSX.Element>;

export type Swatch = keyof typeof SWATCHES;

interface Props {
  readonly label: string;
  readonly items: readonly { readonly swatch: Swatch; readonly text: string; readonly wideOnly?: boolean }[];
}

export function ReadingKey({ label, items }: Props) {
  return (
    <ul class="key" aria-label={label}>
      {items.map(({ swatch, text, wideOnly }) => (
        <li {...(wideOnly ? { class: "wide" } : {})}>
          <svg width="32" height="16" aria-hidden="true">
            {SWATCHES[swatch]}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
