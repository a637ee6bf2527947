/** "Copy" puts the sentence, the figure's id and the page's address on the clipboard. Hidden where there is none. */

export function wakeCopy(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const id = button.parentElement?.querySelector("code")?.textContent ?? "";
    const text = button.textContent ?? "";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(`${button.dataset.copy ?? ""} (${id}) ${location.href}`);
      button.textContent = button.dataset.done ?? text;
      setTimeout(() => {
        button.textContent = text;
      }, 2000);
    });
  }
}
