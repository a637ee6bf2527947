/** Style sheets as text, for documents that carry their style inside. */
declare module "*.css?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives the text as the default
  export default text;
}
