import { expect, test } from "vitest";
import { layoutSankey } from "../../../dashboards/charts/origin-sankey-layout.ts";

const name = (id: string) => ({ id, name: id, count: "" });
const form = { left: 24, right: 72, gap: 18 };

test("ribbons are as thick as people are many, on one scale", () => {
  const { from, to, links } = layoutSankey({
    ...form,
    from: [name("59"), name("BE")],
    to: [name("tank"), name("labo")],
    links: [
      { from: "59", to: "tank", people: 60 },
      { from: "59", to: "labo", people: 20 },
      { from: "BE", to: "tank", people: 40 },
    ],
  });
  const tall = [...from, ...to].map(({ top, bottom }) => bottom - top);
  const one = (tall[0] ?? 0) / 80;
  expect(tall.map((px) => Math.round(px / one))).toEqual([80, 40, 100, 20]);
  expect(links).toHaveLength(3);
});

test("where somebody went who is also where others came from, both stand in their own column", () => {
  const { from, to } = layoutSankey({
    ...form,
    from: [name("tank"), name("labo")],
    to: [name("tank"), name("labo")],
    links: [
      { from: "tank", to: "labo", people: 12 },
      { from: "labo", to: "tank", people: 15 },
    ],
  });
  expect([...from.map(({ x }) => x), ...to.map(({ x }) => x)]).toEqual([24, 24, 71, 71]);
});

test("nothing shown draws nothing", () => {
  expect(layoutSankey({ ...form, from: [name("59")], to: [name("tank")], links: [] }).links).toEqual([]);
});
