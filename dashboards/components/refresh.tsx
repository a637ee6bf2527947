/** "Refreshed every 5 min · Pause": shown by the script that does it, so that it is never said in vain. */
import type { Words } from "../i18n/catalog.ts";

export function Refresh({ words }: { words: Words }) {
  const { shell } = words.t;
  return (
    <span
      class="push"
      hidden
      data-refresh={shell.refreshed}
      data-paused={shell.paused}
      data-direct={shell.live}
    >
      <span role="status">{shell.refreshed}</span>
      {" · "}
      <button type="button" data-pause={shell.pause} data-resume={shell.resume}>
        {shell.pause}
      </button>
    </span>
  );
}
