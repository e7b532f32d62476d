// Opens pages in a real Chromium as a reader gets them, with the server's own Content-Security-Policy, and tells what is
// wrong with each: a status, an error on the console, something wider than the screen, a shift of the layout, what axe
// finds, and whatever the keyboard does not reach or shows no focus on.
// Usage: node pages.mjs ADDRESS PATH…   with CHROMIUM in the environment; writes {"PATH LANGUAGE WIDTH": [fault, …]}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const [, , address, ...paths] = process.argv;
const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
const MOST_TABS = 400;

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((each) => `axe ${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
}

async function keyboard(page) {
  const faults = [];
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => {
    const first = document.activeElement;
    return first.matches("a.skip") && first.getBoundingClientRect().left >= 0;
  });
  if (!skip) faults.push("the first stop is no visible link past the menu");
  // A closed part shows its summary alone; what is inside comes within reach when it is opened.
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  const wanted = await page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    all.forEach((each, number) => { each.dataset.stop = String(number); });
    return all.length;
  }, FOCUSABLE);
  await page.evaluate(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); });
  const reached = new Set();
  for (let stop = 0; stop < Math.min(wanted, MOST_TABS) + 4; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      const style = getComputedStyle(here);
      return { stop: here.dataset.stop, shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, html: here.outerHTML.slice(0, 120) };
    });
    if (at.stop === undefined) continue;
    reached.add(at.stop);
    if (!at.shown) faults.push(`no focus shows on ${at.html}`);
  }
  if (reached.size < Math.min(wanted, MOST_TABS)) faults.push(`the keyboard reaches ${reached.size} of ${wanted}`);
  return faults;
}

async function look(browser, path, language, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const faults = [];
  page.on("console", (said) => { if (said.type() === "error") faults.push(`console: ${said.text()}`); });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shifted += each.value; }))
      .observe({ type: "layout-shift", buffered: true });
  });
  const answer = await page.goto(`${address}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
  if (answer.status() !== 200) faults.push(`status ${answer.status()}`);
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    wider: document.documentElement.scrollWidth - window.innerWidth,
    shifted: window.shifted,
  }));
  if (seen.language !== language) faults.push(`the page is in ${seen.language}`);
  if (seen.wider > 0) faults.push(`${seen.wider} pixels wider than the screen`);
  if (seen.shifted > 0) faults.push(`the layout shifts by ${seen.shifted}`);
  faults.push(...(await violations(page)));
  if (width > 1000) faults.push(...(await keyboard(page)));
  await page.close();
  return faults;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const found = {};
for (const path of paths) {
  for (const language of ["th", "en"]) {
    for (const width of [1280, 375]) {
      const faults = await look(browser, path, language, width);
      if (faults.length) found[`${path} ${language} ${width}`] = faults;
    }
  }
}
await browser.close();
console.log(JSON.stringify(found));
