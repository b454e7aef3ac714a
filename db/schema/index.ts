export * from './collections';
export * from './articles';
export * from './annotations';
export * from './checks';
export * from './history';
export * from './accounts';
export * from './sources';
export * from './coverage';
