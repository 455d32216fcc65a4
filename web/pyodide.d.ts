// Pyodide's own factory, which its package ships without types.
declare module "pyodide/pyodide.asm.mjs" {
  const createPyodideModule: (settings: any) => Promise<any>;
  export default createPyodideModule;
}
