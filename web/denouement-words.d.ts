// The interface words compiled from book/fr/interface.toml; esbuild resolves the name to data/words.json.
declare module "denouement-words" {
  const words: Record<string, string>;
  export default words;
}
