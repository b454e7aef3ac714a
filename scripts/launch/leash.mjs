// Loaded into the server beside Next: when the launcher dies, even by kill -9, the server ends with
// it and does not keep the port.
process.on('disconnect', () => process.exit(1));
