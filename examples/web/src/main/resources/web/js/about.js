// Fills in what the server says of its model.

import { api, element } from "./common.js";

const { model } = await api("/model");
document.querySelector("#model tbody").replaceChildren(
  ...Object.entries(model).map(([name, value]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, value)),
  ),
);
