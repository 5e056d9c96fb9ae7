// Loaded before anything else (`node --require`), so it must run on any Node there is.
const { engines } = require('../../package.json');

const needed = Number(/\d+/.exec(engines.node)[0]);
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Drieluik needs Node ${needed} and found ${process.versions.node}: its own Node, an optional package, was not installed; run «npm ci --include=optional», or install Node ${needed}.`,
  );
  process.exit(1);
}
