// Turns the OpenAPI document into a page for people.

import { element, t } from "./common.js";

const description = await (await fetch("/api/v1/openapi.json")).json();

function resolve(part) {
  if (!part?.$ref) {
    return part;
  }
  return part.$ref
    .slice(2)
    .split("/")
    .reduce((node, key) => node[key], description);
}

/** A table with a short caption; the place makes its name unique for those who hear it. */
function table(caption, place, heads, rows) {
  if (rows.length === 0) {
    return "";
  }
  const cells = (row) => row.map((cell, i) => element(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, cell));
  const box = element(
    "div",
    { className: "table-box", tabIndex: 0, role: "region" },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))),
    ),
  );
  box.setAttribute("aria-label", `${caption}: ${place}`);
  return element("div", {}, element("h3", {}, caption), box);
}

function operation(path, method, details) {
  const parameters = (details.parameters ?? []).map(resolve);
  const bodies = Object.entries(resolve(details.requestBody)?.content ?? {});
  const name = `${method.toUpperCase()} ${path}`;
  return element(
    "details",
    { className: "operation" },
    element(
      "summary",
      {},
      element("span", { className: `method ${method}` }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { className: "note" }, details.summary),
    ),
    element(
      "div",
      { className: "body" },
      element("p", {}, details.description ?? details.summary),
      table(
        t("api.parameters"),
        name,
        [t("api.name"), t("api.where"), t("api.meaning")],
        parameters.map((p) => [p.name, p.in, p.description ?? ""]),
      ),
      table(
        t("api.body"),
        name,
        [t("api.type"), t("api.meaning")],
        bodies.map(([type, body]) => [type, resolve(body.schema)?.description ?? ""]),
      ),
      table(
        t("api.answers"),
        name,
        [t("api.status"), t("api.meaning")],
        Object.entries(details.responses).map(([status, reply]) => [status, resolve(reply).description]),
      ),
    ),
  );
}

const routes = document.getElementById("routes");
for (const [path, methods] of Object.entries(description.paths)) {
  for (const [method, details] of Object.entries(methods)) {
    routes.append(operation(path, method, details));
  }
}
routes.setAttribute("aria-busy", "false");
document.getElementById("origin").textContent = location.origin;

for (const { code, status, title } of description["x-problems"]) {
  const term = element("dt", { id: `problem-${code}` }, `${code} (${status})`);
  document.getElementById("problems").append(term, element("dd", {}, title));
}
