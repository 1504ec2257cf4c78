declare module '*/bundles/mediabunny.min.mjs' {
  export * from 'mediabunny';
}
