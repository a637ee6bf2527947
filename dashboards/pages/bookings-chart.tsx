/** The booking curve in its two forms: sixty mornings on a desk, four weeks on a phone. */
import type { Bookings } from "../../src/contract/bookings.ts";
import { BookingCurve } from "../charts/booking-curve.tsx";
import { layoutCurve } from "../charts/booking-layout.ts";
import { textWidth } from "../charts/text-width.ts";
import type { Words } from "../i18n/catalog.ts";
import { curveLabel, leadOf, morningOf } from "./bookings-words.ts";

type Form = "wide" | "narrow";

/** Largest lead on a phone. */
export const PHONE_LEAD = 28;
const FRAMES = {
  wide: { width: 648, top: 64, bottom: 368, ticks: 5 },
  narrow: { width: 288, top: 56, bottom: 248, ticks: 3 },
} as const;

export function BookingsChart({ reply, words }: { reply: Bookings; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Bookings; words: Words; form: Form }) {
  const { f, t } = words;
  const { selected } = reply;
  if (!selected) return null;
  const wide = form === "wide";
  const first = wide ? 0 : Math.max(0, reply.curve.length - 1 - PHONE_LEAD);
  const points = reply.curve.slice(first);
  const frame = FRAMES[form];
  const layout = layoutCurve(points, reply.steps, selected.booked, frame);
  const flag = selected.lead < 0 ? "" : wide ? t.bookings.flag(f.time(reply.now)) : t.bookings.flagShort;
  return (
    <BookingCurve
      form={form}
      layout={layout}
      frame={frame}
      count={points.length}
      first={first}
      format={f}
      texts={{
        label: curveLabel(reply, words),
        unit: t.bookings.unit,
        flag,
        flagWidth: Math.ceil(textWidth(flag, 12, true)) + 32,
        end: {
          title: t.bookings.places(selected.booked),
          sub: t.bookings.lead(leadOf(selected)),
        },
        usual: t.bookings.band,
        marks: layout.marks.map(({ places, tariff }) =>
          wide ? t.bookings.step(f.signed(places), t.bookings.tariff[tariff]) : f.signed(places),
        ),
        leads: points.flatMap(({ lead }, slot) =>
          lead % (wide ? 10 : 7) === 0
            ? [
                {
                  slot,
                  text: lead === 0 ? t.bookings.visit : t.bookings.leadShort(lead),
                  sub: f.shortWeekday(morningOf(reply, lead)),
                },
              ]
            : [],
        ),
      }}
    />
  );
}
