// The names of the exports that Pyodide's script uses: web/python/build.mjs finds them and esbuild writes them in.
declare const CALLED_EXPORTS: string[];
declare const CONSTANTS: number;
