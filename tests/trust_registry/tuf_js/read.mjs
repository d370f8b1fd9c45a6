// Read a registry with tuf-js, at a fixed instant: node read.mjs ADDRESS ROOT WORK INSTANT PATH...
// One line of JSON a path, with what was had; the exit status is 1 when anything is refused.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [address, root, work, instant, ...paths] = process.argv.slice(2);
const fixed = Date.parse(instant);
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [fixed]));
  }

  static now() {
    return fixed;
  }
};

const { Updater } = await import("tuf-js");

const metadataDir = join(work, "metadata");
const targetDir = join(work, "targets");
mkdirSync(metadataDir, { recursive: true });
mkdirSync(targetDir, { recursive: true });
copyFileSync(root, join(metadataDir, "root.json"));

try {
  const updater = new Updater({
    metadataDir,
    targetDir,
    metadataBaseUrl: `${address}/metadata`,
    targetBaseUrl: `${address}/targets`,
  });
  await updater.refresh();
  for (const path of paths) {
    const target = await updater.getTargetInfo(path);
    const file = await updater.downloadTarget(target, join(targetDir, path.replaceAll("/", "_")));
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    console.log(JSON.stringify({ path, sha256 }));
  }
} catch (error) {
  console.error(error.name, error.message);
  process.exit(1);
}
