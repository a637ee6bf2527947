/** Draws what stands around the pad anew, from the page as it is now: sums of all phones, chart and tables. The pad itself
 *  is not touched: somebody may have a finger on it. */

/** Event that tells the script of every page about new parts. */
const REDRAWN = "beffroi-redrawn";

/** Nothing changes where the page cannot be had. @returns true where it was drawn */
export async function redraw(pad: HTMLElement): Promise<boolean> {
  const fresh = await load();
  const main = pad.closest("main");
  const around = [...(main?.children ?? [])].find((part) => part.contains(pad));
  const after = [...(fresh?.children ?? [])];
  const middle = after.findIndex((part) => part.querySelector("[data-tally]"));
  const now = after[middle]?.querySelector<HTMLElement>("[data-tally]");
  if (!main || !around || !now) return false;
  for (const part of [...main.children]) if (part !== around) part.remove();
  around.before(...after.slice(0, middle));
  around.after(...after.slice(middle + 1));
  pad.dataset.now = now.dataset.now ?? "";
  pad.dataset.slots = now.dataset.slots ?? "";
  for (const part of main.children)
    if (part !== around) part.dispatchEvent(new CustomEvent(REDRAWN, { bubbles: true }));
  return true;
}

async function load(): Promise<Element | null> {
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!reply.ok) return null;
    return new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
  } catch {
    return null;
  }
}
