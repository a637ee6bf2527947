/** Text with what plain characters cannot show everywhere: the raised "er" of 1ᵉʳ, and bold between asterisks. */

/** HTML for a text of the catalogue. */
export function Rich({ text }: { text: string }) {
  if (!text.includes("ᵉʳ") && !text.includes("*")) return <>{text}</>;
  return (
    <>
      {text.split(/(ᵉʳ|\*[^*]+\*)/).map((part) => {
        if (part === "ᵉʳ") return <sup>er</sup>;
        return part.startsWith("*") && part.endsWith("*") && part.length > 2 ? (
          <b>{part.slice(1, -1)}</b>
        ) : (
          part
        );
      })}
    </>
  );
}
