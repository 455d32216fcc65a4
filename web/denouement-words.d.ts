// The interface words compiled from book/fr/interface.toml; web/build.mjs gives each bundle those it names.
declare module "denouement-words" {
  const words: Record<string, string>;
  export default words;
}
