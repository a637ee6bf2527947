/** Charts as PNG: the browser draws the SVG file of the chart twice as large as on paper and hands it out. */

/** Pixels per CSS pixel. */
const SCALE = 2;

/** Each button stands beside the link to its SVG. */
export function wakePng(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-png]")) {
    const link = button.parentElement?.querySelector<HTMLAnchorElement>("a[download]");
    if (!link) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        await save(link.href, link.download.replace(/svg$/, "png"));
      } finally {
        button.disabled = false;
      }
    });
  }
}

/** @param address of the SVG, on this server, so that the canvas may be read. */
async function save(address: string, name: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
