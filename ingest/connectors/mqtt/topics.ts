/** Topics with named levels: `town/{site}/doors/{gate}` subscribes to `town/+/doors/+` and reads both names. */

/** What a topic says of its messages. */
export interface TopicNames {
  readonly site?: string;
  readonly gate?: string;
}

const LEVEL = /^(?:\{(?:site|gate)\}|\+|#|[^{}+#\0]*)$/;

/** Whether a pattern can be subscribed to: named and free levels stand alone, `#` last, each name once. */
export function isTopicPattern(pattern: string): boolean {
  const levels = pattern.split("/");
  return (
    pattern.length > 0 &&
    pattern.length <= 512 &&
    levels.every((level, i) => LEVEL.test(level) && (level !== "#" || i === levels.length - 1)) &&
    ["{site}", "{gate}"].every((name) => levels.filter((level) => level === name).length <= 1)
  );
}

/** The pattern as a broker knows it. */
export function filterOf(pattern: string): string {
  return pattern.replace(/\{(?:site|gate)\}/g, "+");
}

/** Names in a topic, or undefined when it does not follow the pattern. */
export function namesIn(topic: string, pattern: string): TopicNames | undefined {
  const levels = topic.split("/");
  const wanted = pattern.split("/");
  const rest = wanted.at(-1) === "#";
  // `a/#` is also `a`.
  if (rest ? levels.length < wanted.length - 1 : levels.length !== wanted.length) return undefined;
  const names: { site?: string; gate?: string } = {};
  for (const [i, want] of wanted.entries()) {
    const level = levels[i] ?? "";
    if (want === "#") return names;
    if (want === "{site}") names.site = level;
    else if (want === "{gate}") names.gate = level;
    else if (want !== "+" && want !== level) return undefined;
  }
  return names;
}
