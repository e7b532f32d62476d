// Runs a query in YASGUI in a real Chromium, in a page from another origin than the endpoint, and reads the table it shows.
// Usage: node yasgui.mjs PAGE ENDPOINT QUERY   with CHROMIUM in the environment; writes {"head": […], "rows": [[…], …], "said": […]}.
import { chromium } from "playwright-core";

const [, , address, endpoint, query] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
const said = [];
const asked = [];
page.on("console", (line) => { if (line.type() === "error") said.push(line.text()); });
page.on("pageerror", (error) => said.push(error.message));
page.on("request", (request) => { if (request.url().startsWith(endpoint)) asked.push(request.method()); });
await page.goto(address);
await page.evaluate(([url, text]) => {
  const gui = new window.Yasgui(document.getElementById("yasgui"), { requestConfig: { endpoint: url }, copyEndpointOnNewTab: false });
  gui.getTab().getYasqe().setValue(text);
}, [endpoint, query]);
await page.click(".yasqe_queryButton");
const shown = await page.waitForSelector(".yasr_results table.dataTable tbody tr, .yasr_results .errorResult", { timeout: 30000 })
  .then(() => true, (error) => { said.push(error.message); return false; });
const table = await page.evaluate(() => {
  const texts = (selector, root = document) => [...root.querySelectorAll(selector)].map((each) => each.innerText.trim());
  return {
    head: texts(".yasr_results table.dataTable thead th"),
    rows: [...document.querySelectorAll(".yasr_results table.dataTable tbody tr")].map((row) => texts("td", row)),
    error: texts(".yasr_results .errorResult"),
  };
});
await browser.close();
console.log(JSON.stringify({ ...table, shown, asked, said }));
