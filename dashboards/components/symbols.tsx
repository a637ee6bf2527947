/** Hatches and state icons, defined once a page and used by reference. */

export function Symbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" class="defs">
      <defs>
        <pattern id="hc" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M3 0V6" class="l-ink3" stroke-width="1.5" />
        </pattern>
        <pattern id="hn" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M2 0V4" class="l-ink3" stroke-width="1.25" />
        </pattern>
        <pattern id="he" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0H4V4H0Z" class="f-bg" />
          <path d="M2 0V4" class="l-acc" stroke-width="2" />
        </pattern>
        <pattern id="hh" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path d="M4 0V8" class="l-hol" stroke-width="1" />
        </pattern>
        <symbol id="s-up_to_date" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="f-acc" />
        </symbol>
        <symbol id="s-late" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="l-ink" stroke-width="2" />
          <path d="M8 4.5V8.5H11" class="l-ink" stroke-width="1.75" />
        </symbol>
        <symbol id="s-estimated" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="p-est ring" />
        </symbol>
        <symbol id="s-partial" viewBox="0 0 16 16">
          <path d="M8 2A6 6 0 0 0 8 14Z" class="f-acc" />
          <circle cx="8" cy="8" r="6" class="l-acc" stroke-width="1.75" />
        </symbol>
        <symbol id="s-missing" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="l-ink" stroke-width="2" stroke-dasharray="2 2.19" />
        </symbol>
        <symbol id="s-closed" viewBox="0 0 16 16">
          <rect x="1.5" y="5.5" width="13" height="5" class="p-closed ring3" />
        </symbol>
      </defs>
    </svg>
  );
}

/** Three bars and a clock: the belfry. */
export function Belfry() {
  return (
    <svg width="24" height="32" viewBox="0 0 24 32" aria-hidden="true">
      <path d="M0 32V20H6V32ZM18 32V20H24V32ZM8 32V11L12 0L16 11V32Z" fill="currentColor" />
      <circle cx="12" cy="16" r="2.5" class="f-amb" />
    </svg>
  );
}
